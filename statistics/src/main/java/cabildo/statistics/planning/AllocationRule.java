package cabildo.statistics.planning;

import cabildo.statistics.Numbers;

/// The measure a_h of each allocation rule.
public sealed interface AllocationRule {
  /// What a rule may need to know of a stratum.
  ///
  /// @param population N_h
  /// @param sd S_h
  /// @param mean Ȳ_h
  /// @param size X_h, the importance measure of power allocation
  /// @param cost c_h per unit
  record Stratum(double population, double sd, double mean, double size, double cost) {
    /// Refuses impossible values.
    public Stratum {
      Numbers.positive(population, "population");
      Numbers.positive(cost, "cost");
    }
  }

  /// The measures of all strata.
  double[] measures(Stratum[] strata);

  /// a = N_h.
  record Proportional() implements AllocationRule {
    @Override
    public double[] measures(Stratum[] strata) {
      return java.util.Arrays.stream(strata).mapToDouble(Stratum::population).toArray();
    }
  }

  /// a = N_h S_h/√c_h. Neyman (1934).
  record Neyman() implements AllocationRule {
    @Override
    public double[] measures(Stratum[] strata) {
      return java.util.Arrays.stream(strata)
          .mapToDouble(h -> h.population() * h.sd() / Math.sqrt(h.cost()))
          .toArray();
    }
  }

  /// a = X_h^q S_h/Ȳ_h, q in [0, 1]; 0.25 to 0.5 serves state and municipalities. Bankier (1988).
  record Power(double q) implements AllocationRule {
    /// Refuses q outside [0, 1].
    public Power {
      Numbers.proportion(q, "q");
    }

    @Override
    public double[] measures(Stratum[] strata) {
      return java.util.Arrays.stream(strata)
          .mapToDouble(h -> Math.pow(h.size(), q) * h.sd() / h.mean())
          .toArray();
    }
  }

  /// a = √(I W_h² + 1/H²). Kish (1988).
  record Compromise(double importance) implements AllocationRule {
    @Override
    public double[] measures(Stratum[] strata) {
      double all = 0;
      for (Stratum h : strata) {
        all += h.population();
      }
      double[] a = new double[strata.length];
      for (int h = 0; h < a.length; h++) {
        double share = strata[h].population() / all;
        a[h] = Math.sqrt(importance * share * share + 1.0 / ((double) a.length * a.length));
      }
      return a;
    }
  }

  /// a = 1.
  record Equal() implements AllocationRule {
    @Override
    public double[] measures(Stratum[] strata) {
      double[] a = new double[strata.length];
      java.util.Arrays.fill(a, 1);
      return a;
    }
  }
}
