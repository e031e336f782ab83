package cabildo.statistics.planning;

import cabildo.statistics.Numbers;
import cabildo.statistics.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The price of one way to study a state.
///
/// @param kind which design
/// @param status `OK`, or `INFEASIBLE` when no sample reaches the margin or the budget
/// @param completes interviews in all
/// @param invitations expected
/// @param municipalities visited
/// @param price in the currency of the costs
/// @param municipalityMargin planned half-width per municipality; 1 when none is promised
/// @param stateMargin half-width for the state
/// @param dfState degrees of freedom for the state
/// @param completesPerMunicipality per visited municipality, in frame order
@SuppressWarnings("ArrayRecordComponent")
public record Template(
    Kind kind,
    Status status,
    long completes,
    long invitations,
    int municipalities,
    double price,
    double municipalityMargin,
    double stateMargin,
    double dfState,
    long[] completesPerMunicipality) {
  /// Two honest designs.
  public enum Kind {
    /// A: every municipality a stratum, conclusive in each.
    EVERY_MUNICIPALITY,
    /// B: municipalities drawn with probability proportional to size, conclusive for the state.
    STATE_ONLY
  }

  /// What a study should promise and what it costs.
  ///
  /// @param populations adults per municipality
  /// @param municipalityMargin promised in every municipality by template A
  /// @param stateMargin promised for the state by template B
  /// @param municipalityDeff design effect within a municipality
  /// @param stateDeff design effect of template B, or `null` to forecast it from the next two
  /// @param weightDeff 1+CV² of the weights in template B
  /// @param correlation ρ within municipalities
  /// @param drawnMunicipalities municipalities of template B
  /// @param responseRate times eligibility
  /// @param costPerComplete c2
  /// @param costPerMunicipality c1
  /// @param level confidence level
  @SuppressWarnings("ArrayRecordComponent")
  public record Terms(
      double[] populations,
      double municipalityMargin,
      double stateMargin,
      double municipalityDeff,
      @Nullable Double stateDeff,
      double weightDeff,
      double correlation,
      int drawnMunicipalities,
      double responseRate,
      double costPerComplete,
      double costPerMunicipality,
      double level) {
    /// Refuses impossible values.
    public Terms {
      Numbers.level(level);
      Numbers.positive(municipalityMargin, "municipality margin");
      Numbers.positive(stateMargin, "state margin");
      Numbers.positive(Numbers.proportion(responseRate, "response rate"), "response rate");
      if (populations.length == 0
          || drawnMunicipalities < 2
          || drawnMunicipalities > populations.length) {
        throw new IllegalArgumentException(
            "template B draws between 2 and " + populations.length + " municipalities");
      }
    }

    double population() {
      double sum = 0;
      for (double n : populations) {
        sum += n;
      }
      return sum;
    }
  }

  /// Template A.
  public static Template everyMunicipality(Terms terms) {
    long[] completes = new long[terms.populations().length];
    long sum = 0;
    double variance = 0;
    for (int h = 0; h < completes.length; h++) {
      double n = terms.populations()[h];
      if (n > 0) {
        SampleSize size = new SampleSize(0.5, n, terms.municipalityDeff(), terms.level());
        completes[h] = size.completes(terms.municipalityMargin());
        double share = n / terms.population();
        double margin = size.margin((double) completes[h]);
        variance += share * share * margin * margin;
        sum += completes[h];
      }
    }
    int visited = (int) java.util.Arrays.stream(completes).filter(n -> n > 0).count();
    return new Template(
        Kind.EVERY_MUNICIPALITY,
        Status.OK,
        sum,
        Invitations.expected(sum, terms.responseRate()),
        visited,
        sum * terms.costPerComplete() + visited * terms.costPerMunicipality(),
        terms.municipalityMargin(),
        Math.sqrt(variance),
        sum - (double) visited,
        completes);
  }

  /// Template B: n at the stated design effect, or n = n0 w (1+(n/k-1)ρ) solved for n; spread
  /// evenly over k drawn municipalities.
  public static Template stateOnly(Terms terms) {
    int k = terms.drawnMunicipalities();
    double deff = stateDeff(terms);
    if (Double.isNaN(deff)) {
      return new Template(
          Kind.STATE_ONLY, Status.INFEASIBLE, 0, 0, k, 0, 1, 1, k - 1.0, new long[0]);
    }
    SampleSize size = new SampleSize(0.5, terms.population(), deff, terms.level());
    long n = Math.max(2L * k, size.completes(terms.stateMargin()));
    long[] each = new long[k];
    for (int i = 0; i < k; i++) {
      each[i] = n / k + (i < n % k ? 1 : 0);
    }
    return new Template(
        Kind.STATE_ONLY,
        Status.OK,
        n,
        Invitations.expected(n, terms.responseRate()),
        k,
        n * terms.costPerComplete() + k * terms.costPerMunicipality(),
        1,
        size.margin((double) n),
        k - 1.0,
        each);
  }

  /// The stated design effect, or the forecast; NaN when so few municipalities cannot reach the
  /// margin.
  private static double stateDeff(Terms terms) {
    Double stated = terms.stateDeff();
    if (stated != null) {
      return stated;
    }
    double rho = terms.correlation();
    double n0 =
        new SampleSize(0.5, terms.population(), terms.weightDeff(), terms.level())
            .exact(terms.stateMargin());
    double left = 1 - n0 * rho / terms.drawnMunicipalities();
    double take = n0 * (1 - rho) / left / terms.drawnMunicipalities();
    return left > 0
        ? new DesignEffectForecast(terms.weightDeff() - 1, Math.max(1, take), rho).total()
        : Double.NaN;
  }

  /// What to do when a budget does not reach.
  ///
  /// @param needed completes that the lower bounds add up to
  /// @param affordable completes that the budget buys after opening every municipality
  /// @param commonMargin half-width in every municipality for that; 1 when nothing is left
  public record Shortfall(long needed, long affordable, double commonMargin) {
    /// The three ways out, in the order in which to consider them.
    public List<String> waysOut() {
      return List.of("RELAX_MARGIN", "DROP_OR_ROTATE_DOMAINS", "DECLARE_MODEL_ONLY");
    }
  }

  /// The shortfall of template A under a budget; all zero needs mean that the budget suffices.
  public static Shortfall shortfall(Terms terms, double budget) {
    Template plan = everyMunicipality(terms);
    double left = budget - plan.municipalities() * terms.costPerMunicipality();
    long affordable =
        (long) Math.max(0, Math.floor(left / Math.max(1e-9, terms.costPerComplete())));
    if (plan.price() <= budget) {
      return new Shortfall(0, affordable, terms.municipalityMargin());
    }
    List<SampleSize> domains = new ArrayList<>();
    for (double n : terms.populations()) {
      if (n > 0) {
        domains.add(new SampleSize(0.5, n, terms.municipalityDeff(), terms.level()));
      }
    }
    double margin = affordable < domains.size() ? 1 : CommonMargin.of(domains, (double) affordable);
    return new Shortfall(plan.completes(), affordable, Double.isNaN(margin) ? 1 : margin);
  }
}
