package cabildo.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.statistics.calibration.Calibration;
import cabildo.statistics.calibration.Distance;
import cabildo.statistics.calibration.Margins;
import cabildo.statistics.data.Table;
import cabildo.statistics.design.DesignSpec;
import cabildo.statistics.design.Designs;
import cabildo.statistics.design.LonelyPsu;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Estimate;
import cabildo.statistics.estimate.Linearised;
import cabildo.statistics.estimate.TaylorEstimator;
import cabildo.statistics.replicate.ReplicateVariance;
import cabildo.statistics.replicate.ReplicateVariance.Centre;
import cabildo.statistics.replicate.ReplicateWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// What every estimator must satisfy, whatever the data.
@NullMarked
class EstimatorPropertiesTest {
  private static final Percentage EXACT = Percentage.withPercentage(1e-8);

  private static double value(@Nullable Double number) {
    assertThat(number).isNotNull();
    return number == null ? Double.NaN : number;
  }

  @Property(tries = 60)
  void aMeanDoesNotSeeTheScaleOfWeightsAndATotalFollowsIt(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 500) double scale) {
    Table table = Samples.table(seed, 3, 4, 3);
    SurveyDesign design = Samples.design(table);
    SurveyDesign scaled =
        design.withWeights(Arrays.stream(design.weights()).map(w -> w * scale).toArray());
    double[] y = table.numbers("y");
    boolean[] all = Samples.all(table);
    Estimate mean = TaylorEstimator.mean(design, y, all, 0.95);
    Estimate same = TaylorEstimator.mean(scaled, y, all, 0.95);
    assertThat(value(same.estimate())).isCloseTo(value(mean.estimate()), EXACT);
    assertThat(value(same.se())).isCloseTo(value(mean.se()), EXACT);
    Estimate total = TaylorEstimator.total(design, y, all, 0.95);
    Estimate larger = TaylorEstimator.total(scaled, y, all, 0.95);
    assertThat(value(larger.estimate())).isCloseTo(scale * value(total.estimate()), EXACT);
    assertThat(value(larger.se())).isCloseTo(scale * value(total.se()), EXACT);
  }

  @Property(tries = 60)
  void theOrderOfRowsDoesNotMatter(@ForAll long seed, @ForAll long order) {
    Table table = Samples.table(seed, 3, 4, 3);
    Table other = Samples.shuffled(table, order);
    Estimate a =
        TaylorEstimator.ratio(
            Samples.design(table),
            table.numbers("y"),
            table.numbers("x"),
            Samples.all(table),
            0.95);
    Estimate b =
        TaylorEstimator.ratio(
            Samples.design(other),
            other.numbers("y"),
            other.numbers("x"),
            Samples.all(other),
            0.95);
    assertThat(value(b.estimate())).isCloseTo(value(a.estimate()), EXACT);
    assertThat(value(b.se())).isCloseTo(value(a.se()), EXACT);
    assertThat(b.dfDomain()).isEqualTo(a.dfDomain());
  }

  @Property(tries = 30)
  void aCensusHasNoSamplingError(@ForAll long seed) {
    Table table = Samples.table(seed, 2, 3, 1);
    List<@Nullable String> three = new ArrayList<>();
    for (int i = 0; i < table.rows(); i++) {
      three.add("3");
    }
    SurveyDesign design = Designs.of(table.with("N", three), Samples.spec(List.of("N")));
    Estimate mean = TaylorEstimator.mean(design, table.numbers("x"), Samples.all(table), 0.95);
    assertThat(mean.status()).isEqualTo(Status.CENSUS);
    assertThat(mean.se()).isZero();
  }

  @Property(tries = 30)
  void theJackknifeOfATotalIsItsLinearisation(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int psus) {
    Table table = Samples.table(seed, 3, psus, 2);
    SurveyDesign design = Designs.of(table, Samples.spec(List.of("N")));
    double[] x = table.numbers("x");
    boolean[] all = Samples.all(table);
    ReplicateVariance jackknife =
        ReplicateVariance.of(
            design.weights(),
            ReplicateWeights.jackknife(design),
            w -> Linearised.total(design.withWeights(w), x, all).estimate(),
            Centre.FULL_SAMPLE);
    assertThat(value(jackknife.se()))
        .isCloseTo(value(TaylorEstimator.total(design, x, all, 0.95).se()), EXACT);
  }

  @Property(tries = 20)
  void balancedHalfSamplesOfATotalAreItsLinearisation(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int strata) {
    Table table = Samples.table(seed, strata, 2, 2);
    SurveyDesign design = Samples.design(table);
    double[] x = table.numbers("x");
    boolean[] all = Samples.all(table);
    for (double rho : new double[] {0, 0.5}) {
      ReplicateVariance v =
          ReplicateVariance.of(
              design.weights(),
              ReplicateWeights.balanced(design, rho),
              w -> Linearised.total(design.withWeights(w), x, all).estimate(),
              Centre.FULL_SAMPLE);
      assertThat(value(v.se()))
          .isCloseTo(value(TaylorEstimator.total(design, x, all, 0.95).se()), EXACT);
    }
  }

  @Property(tries = 5)
  void theBootstrapOfAMeanAgreesWithItsLinearisationWithinFourSigma(@ForAll long seed) {
    Table table = Samples.table(seed, 4, 12, 4);
    SurveyDesign design = Samples.design(table);
    double[] x = table.numbers("x");
    boolean[] all = Samples.all(table);
    int replicates = 1000;
    ReplicateVariance v =
        ReplicateVariance.of(
            design.weights(),
            ReplicateWeights.bootstrap(design, replicates, seed),
            w -> Linearised.mean(design.withWeights(w), x, all).estimate(),
            Centre.FULL_SAMPLE);
    double linearised = value(TaylorEstimator.mean(design, x, all, 0.95).se());
    assertThat(value(v.se()) / linearised - 1)
        .isBetween(-0.05 - 4 / Math.sqrt(2.0 * replicates), 0.05 + 4 / Math.sqrt(2.0 * replicates));
  }

  @Property(tries = 30)
  void calibratedWeightsReproduceTheirTotals(@ForAll long seed) {
    Table table = Samples.table(seed, 3, 4, 3);
    SurveyDesign design = Samples.design(table);
    double size = Arrays.stream(design.weights()).sum() * 1.03;
    double sumX =
        value(
                TaylorEstimator.total(design, table.numbers("x"), Samples.all(table), 0.95)
                    .estimate())
            * 1.01;
    Margins margins = new Margins.Builder(table).intercept(size).numeric("x", sumX).build();
    for (Distance distance :
        List.of(new Distance.Linear(), new Distance.Raking(), new Distance.Logit(0.5, 2))) {
      Calibration calibration = Calibration.of(design, margins, distance);
      assertThat(calibration.status()).isEqualTo(Status.OK);
      assertThat(Arrays.stream(calibration.weights()).sum()).isCloseTo(size, EXACT);
      Estimate known =
          TaylorEstimator.total(
              calibration.applyTo(design), table.numbers("x"), Samples.all(table), 0.95);
      assertThat(value(known.estimate())).isCloseTo(sumX, EXACT);
      assertThat(value(known.se())).isLessThan(1e-6 * sumX);
    }
  }

  @Property(tries = 300)
  void degenerateInputGivesAStatusAndNeverNaN(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int strata,
      @ForAll @IntRange(min = 1, max = 3) int psus,
      @ForAll @IntRange(min = 0, max = 15) int faults) {
    Table table = broken(Samples.table(seed, strata, psus, 2), faults);
    for (LonelyPsu rule : LonelyPsu.values()) {
      for (boolean domainRule : new boolean[] {true, false}) {
        SurveyDesign design =
            Designs.of(
                table,
                new DesignSpec(List.of("psu"), "stratum", "w", List.of("N"), rule, domainRule));
        boolean[] domain = Samples.all(table);
        for (int k = 0; k < domain.length; k++) {
          domain[k] = (faults & 8) == 0 || k % 3 == 0;
        }
        double[] y = table.numbers("y");
        double[] x = table.numbers("x");
        assertSound(TaylorEstimator.mean(design, y, domain, 0.95));
        assertSound(TaylorEstimator.total(design, y, domain, 0.95));
        assertSound(TaylorEstimator.ratio(design, y, x, domain, 0.95));
      }
    }
  }

  private static Table broken(Table table, int faults) {
    Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
    for (String name : table.names()) {
      columns.put(name, new ArrayList<>(table.text(name)));
    }
    for (int k = 0; k < table.rows(); k++) {
      if ((faults & 1) != 0 && k % 2 == 0) {
        columns.computeIfAbsent("w", k0 -> new ArrayList<>()).set(k, "0");
      }
      if ((faults & 2) != 0) {
        columns.computeIfAbsent("y", k0 -> new ArrayList<>()).set(k, k % 2 == 0 ? null : "1");
      }
      if ((faults & 4) != 0) {
        columns.computeIfAbsent("x", k0 -> new ArrayList<>()).set(k, "0");
      }
    }
    return Table.of("broken", 1, columns);
  }

  private static void assertSound(Estimate e) {
    for (Double number :
        Arrays.asList(
            e.estimate(),
            e.se(),
            e.variance(),
            e.cv(),
            e.effectiveN(),
            e.interval().low(),
            e.interval().high(),
            e.designEffects().withoutReplacement(),
            e.designEffects().withReplacement())) {
      assertThat(number == null || Double.isFinite(number)).as(e.toString()).isTrue();
    }
    assertThat(e.status() == Status.OK)
        .as(e.toString())
        .isEqualTo(e.se() != null && e.status() == Status.OK);
  }
}
