package cabildo.statistics.planning;

import cabildo.statistics.Numbers;

/// Anticipated design effect D = (1+CV²(w))(1+(m̄-1)ρ). Kish (1987).
///
/// @param squaredCvOfWeights CV² of the weights
/// @param meanTake interviews per primary unit, m̄
/// @param intraclassCorrelation ρ; 0.03 until a first round measures it
public record DesignEffectForecast(
    double squaredCvOfWeights, double meanTake, double intraclassCorrelation) {
  /// ρ to assume before the first round.
  public static final double DEFAULT_CORRELATION = 0.03;

  /// Refuses impossible values.
  public DesignEffectForecast {
    if (!(squaredCvOfWeights >= 0 && meanTake > 0)) {
      throw new IllegalArgumentException("CV² must be at least 0 and the take above 0");
    }
  }

  /// 1+CV²(w).
  public double ofWeights() {
    return 1 + squaredCvOfWeights;
  }

  /// 1+(m̄-1)ρ.
  public double ofClusters() {
    return 1 + (meanTake - 1) * intraclassCorrelation;
  }

  /// D.
  public double total() {
    return ofWeights() * ofClusters();
  }

  /// Cheapest take per unit, √(c1/c2 (1-ρ)/ρ).
  ///
  /// @param costPerUnit c1, of opening a primary unit
  /// @param costPerInterview c2
  public static double cheapestTake(
      double costPerUnit, double costPerInterview, double correlation) {
    Numbers.positive(costPerInterview, "cost per interview");
    Numbers.positive(correlation, "correlation");
    return Math.sqrt(costPerUnit / costPerInterview * (1 - correlation) / correlation);
  }
}
