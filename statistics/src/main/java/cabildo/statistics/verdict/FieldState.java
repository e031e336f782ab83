package cabildo.statistics.verdict;

import cabildo.statistics.Numbers;
import java.util.List;

/// Where fieldwork in a domain stands, and what more of it costs.
///
/// @param strata planned strata (municipalities) of the domain
/// @param designEffect D that further completes are expected to have, as measured or forecast
/// @param takePerUnit completes per primary unit; 1 when every respondent is its own unit
/// @param responseRate response rate times eligibility of new invitations, in (0, 1]
/// @param costPerComplete price of one more complete
/// @param costPerStratum price of opening a stratum where nobody has answered yet
public record FieldState(
    List<Stratum> strata,
    double designEffect,
    double takePerUnit,
    double responseRate,
    double costPerComplete,
    double costPerStratum) {
  /// Refuses impossible values.
  public FieldState {
    strata = List.copyOf(strata);
    if (strata.isEmpty()) {
      throw new IllegalArgumentException("a domain has at least one stratum");
    }
    Numbers.positive(designEffect, "design effect");
    Numbers.positive(takePerUnit, "take per unit");
    Numbers.positive(Numbers.proportion(responseRate, "response rate"), "response rate");
    if (!(costPerComplete >= 0 && costPerStratum >= 0)) {
      throw new IllegalArgumentException("costs must be at least 0");
    }
  }

  /// One stratum.
  ///
  /// @param name as in the plan
  /// @param population people of the domain who live there
  /// @param respondents completes so far
  /// @param certainty taken whole, so that two respondents are not needed
  public record Stratum(String name, double population, int respondents, boolean certainty) {
    /// Refuses negative numbers.
    public Stratum {
      if (!(population >= 0) || respondents < 0) {
        throw new IllegalArgumentException(name + " has a negative population or respondents");
      }
    }

    /// Two respondents, or taken with certainty.
    public boolean isCovered() {
      return certainty || respondents >= 2;
    }
  }

  /// People in the domain.
  public double population() {
    return strata.stream().mapToDouble(Stratum::population).sum();
  }

  /// Share of them in covered strata; 0 when nobody lives there.
  public double coveredShare() {
    double covered =
        strata.stream().filter(Stratum::isCovered).mapToDouble(Stratum::population).sum();
    return population() > 0 ? covered / population() : 0;
  }
}
