package cabildo.statistics.design;

import cabildo.statistics.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sample with its design: weights, strata and units of every stage.
///
/// Primary units are keyed by (stratum, label), so labels may repeat across strata. A design whose
/// weights or counts are impossible still exists; its [#status] says why, and every estimator
/// answers with that status.
public final class SurveyDesign {
  private final Status status;
  private final double[] weights;
  private final List<Stage> stages;
  private final LonelyPsu lonely;
  private final boolean adjustDomainLonely;
  private final @Nullable Residuals residuals;

  SurveyDesign(
      Status status,
      double[] weights,
      List<Stage> stages,
      LonelyPsu lonely,
      boolean adjustDomainLonely,
      @Nullable Residuals residuals) {
    this.status = status;
    this.weights = weights;
    this.stages = List.copyOf(stages);
    this.lonely = lonely;
    this.adjustDomainLonely = adjustDomainLonely;
    this.residuals = residuals;
  }

  /// `OK`, `INVALID_WEIGHT` or `INVALID_FPC`.
  public Status status() {
    return status;
  }

  /// Number of sampled rows.
  public int rows() {
    return weights.length;
  }

  /// Weight of a row.
  public double weight(int row) {
    return weights[row];
  }

  /// A copy of the weights.
  public double[] weights() {
    return weights.clone();
  }

  /// Code of the primary unit of a row, from 0.
  public int psu(int row) {
    return first().unitOfRow()[row];
  }

  /// Code of the first-stage stratum of a primary unit, from 0.
  public int stratumOfPsu(int psu) {
    return first().stratumOfUnit()[psu];
  }

  /// Number of primary units.
  public int psus() {
    return first().units();
  }

  /// Number of first-stage strata.
  public int strata() {
    return first().strata();
  }

  /// Primary units sampled in a stratum.
  public int sampledPsus(int stratum) {
    return first().sampled()[stratum];
  }

  /// First-stage sampling fraction of a stratum; 0 when its population is unknown.
  public double fraction(int stratum) {
    return first().fraction(stratum);
  }

  /// Whether every stratum was observed whole (f ≥ 1-1e-9 at every stage that has counts).
  public boolean isCensus() {
    for (int h = 0; h < strata(); h++) {
      if (fraction(h) < 1 - 1e-9) {
        return false;
      }
    }
    return stages.size() == 1 || Double.isInfinite(stages.get(1).population()[0]) || wholeBelow();
  }

  private boolean wholeBelow() {
    for (int s = 1; s < stages.size(); s++) {
      Stage stage = stages.get(s);
      for (int g = 0; g < stage.strata(); g++) {
        if (stage.fraction(g) < 1 - 1e-9) {
          return false;
        }
      }
    }
    return true;
  }

  /// The rule for single-unit strata.
  public LonelyPsu lonely() {
    return lonely;
  }

  /// The same sample with other weights, for instance replicate weights.
  public SurveyDesign withWeights(double[] other) {
    return new SurveyDesign(
        status == Status.INVALID_WEIGHT ? Status.OK : status,
        other.clone(),
        stages,
        lonely,
        adjustDomainLonely,
        residuals);
  }

  /// The same sample with calibrated weights, whose variances use residuals.
  public SurveyDesign calibrated(double[] calibratedWeights, Residuals removal) {
    return new SurveyDesign(
        status, calibratedWeights.clone(), stages, lonely, adjustDomainLonely, removal);
  }

  List<Stage> stages() {
    return stages;
  }

  boolean adjustDomainLonely() {
    return adjustDomainLonely;
  }

  @Nullable Residuals residuals() {
    return residuals;
  }

  private Stage first() {
    return stages.getFirst();
  }

  /// Degrees of freedom of a domain: primary units that hold its rows minus their strata.
  ///
  /// Rows with zero weight keep their unit in the design but not in the domain.
  public int degreesOfFreedom(boolean[] domain) {
    boolean[] psuSeen = new boolean[psus()];
    boolean[] stratumSeen = new boolean[strata()];
    int df = 0;
    for (int k = 0; k < weights.length; k++) {
      int psu = psu(k);
      if (domain[k] && weights[k] != 0 && !psuSeen[psu]) {
        psuSeen[psu] = true;
        df++;
        int stratum = stratumOfPsu(psu);
        if (!stratumSeen[stratum]) {
          stratumSeen[stratum] = true;
          df--;
        }
      }
    }
    return df;
  }

  /// Degrees of freedom of the whole design.
  public int degreesOfFreedom() {
    boolean[] all = new boolean[rows()];
    java.util.Arrays.fill(all, true);
    return degreesOfFreedom(all);
  }
}
