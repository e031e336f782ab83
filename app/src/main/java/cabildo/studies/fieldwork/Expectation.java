package cabildo.studies.fieldwork;

import cabildo.statistics.numeric.Distributions;
import cabildo.statistics.planning.SampleSize;
import cabildo.statistics.planning.Template;
import cabildo.studies.sampling.PlanTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The margin of error to be expected for several units together, from counts and plan alone.
///
/// With S_i the people for whom a unit stands, n_i its answers and p = 1/2, V = D/4 · Σ (S_i/ΣS)² /
/// n_i: the weights that the counts imply are in the sum (Kish's 1 + CV²). D is the plan's design
/// effect within municipalities when every municipality is asked, else 1 + (m̄ − 1) ρ with the mean
/// take so far. The finite population is not used: the margin is a little too wide.
///
/// @param answered answers that count
/// @param covered share of the people who live where at least two have answered (one, where
///   municipalities themselves were drawn), 0 to 1
/// @param needed the share that the decision rule asks for
/// @param margin half the interval, as a share; absent as long as too few places are covered
public record Expectation(long answered, double covered, double needed, @Nullable Double margin) {

  static Expectation of(PlanTerms terms, List<UnitState> units) {
    boolean isClustered = terms.template() == Template.Kind.STATE_ONLY;
    long enough = isClustered ? 1 : 2;
    List<UnitState> reached = units.stream().filter(u -> u.answered() >= enough).toList();
    double all = represented(units);
    double covered = all > 0 ? represented(reached) / all : 0;
    double needed = terms.policy().minStratumCoverage();
    long answered = units.stream().mapToLong(UnitState::answered).sum();
    if (reached.isEmpty() || covered < needed) {
      return new Expectation(answered, covered, needed, null);
    }
    double people = represented(reached);
    double sum = 0;
    for (UnitState unit : reached) {
      double share = unit.represents() / people;
      sum += share * share / unit.answered();
    }
    double take = (double) answered / reached.size();
    double effect =
        isClustered ? 1 + Math.max(0, take - 1) * terms.correlation() : terms.municipalityDeff();
    double margin = Distributions.zCritical(terms.level()) * Math.sqrt(effect * sum / 4);
    return new Expectation(answered, covered, needed, margin);
  }

  private static double represented(List<UnitState> units) {
    return units.stream().mapToDouble(UnitState::represents).sum();
  }

  /// Of one municipality in which a plan promises a margin; absent without answers, and where no
  /// margin is promised for municipalities.
  static @Nullable Double ofMunicipality(PlanTerms terms, long people, long answered) {
    return terms.template() == Template.Kind.STATE_ONLY || answered < 2 || people < 1
        ? null
        : new SampleSize(0.5, people, terms.municipalityDeff(), terms.level())
            .margin((double) answered);
  }
}
