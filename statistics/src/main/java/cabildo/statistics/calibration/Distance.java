package cabildo.statistics.calibration;

/// The calibration function F that turns u = xᵀλ into the factor g = w̃/w.
///
/// Deville and Särndal (1992), *JASA* 87; Deville, Särndal and Sautory (1993), *JASA* 88.
public sealed interface Distance {
  /// g = F(u).
  double factor(double u);

  /// F′(u).
  double slope(double u);

  /// F(u) = 1+u: the regression estimator.
  record Linear() implements Distance {
    @Override
    public double factor(double u) {
      return 1 + u;
    }

    @Override
    public double slope(double u) {
      return 1;
    }
  }

  /// F(u) = eᵘ: raking.
  record Raking() implements Distance {
    @Override
    public double factor(double u) {
      return Math.exp(u);
    }

    @Override
    public double slope(double u) {
      return Math.exp(u);
    }
  }

  /// F(u) = 1+u cut at the bounds.
  record BoundedLinear(double low, double high) implements Distance {
    /// Refuses bounds that do not enclose 1.
    public BoundedLinear {
      enclose(low, high);
    }

    @Override
    public double factor(double u) {
      return Math.clamp(1 + u, low, high);
    }

    @Override
    public double slope(double u) {
      return 1 + u > low && 1 + u < high ? 1 : 0;
    }
  }

  /// F(u) = [L(U-1)+U(1-L)e^{Au}]/[(U-1)+(1-L)e^{Au}], A = (U-L)/((1-L)(U-1)).
  record Logit(double low, double high) implements Distance {
    /// Refuses bounds that do not enclose 1.
    public Logit {
      enclose(low, high);
    }

    @Override
    public double factor(double u) {
      double e = power(u);
      if (Double.isInfinite(e)) {
        return high;
      }
      return (low * (high - 1) + high * (1 - low) * e) / (high - 1 + (1 - low) * e);
    }

    @Override
    public double slope(double u) {
      double g = factor(u);
      return steepness() * (g - low) * (high - g) / (high - low);
    }

    private double power(double u) {
      return Math.exp(steepness() * u);
    }

    private double steepness() {
      return (high - low) / ((1 - low) * (high - 1));
    }
  }

  private static void enclose(double low, double high) {
    if (!(low < 1 && high > 1)) {
      throw new IllegalArgumentException("bounds must enclose 1, but are " + low + " and " + high);
    }
  }
}
