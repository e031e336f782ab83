package cabildo.statistics.smallarea;

/// Area estimates that add up to the design-based estimate of the whole.
public enum Benchmark {
  /// θ̂ T/ΣWθ̂.
  RATIO,
  /// θ̂ + (T-ΣWθ̂).
  DIFFERENCE,
  /// θ̂ + (T-ΣWθ̂) mse/ΣW mse, the default: Datta, Ghosh, Steorts and Maples (2011), *Test* 20.
  MSE_WEIGHTED;

  /// Adjusts estimates to the target, without bounds.
  ///
  /// @param shares W, summing to 1
  public double[] adjust(double[] estimate, double[] mse, double[] shares, double target) {
    double sum = 0;
    double sumMse = 0;
    for (int i = 0; i < estimate.length; i++) {
      sum += shares[i] * estimate[i];
      sumMse += shares[i] * mse[i];
    }
    double[] out = new double[estimate.length];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          switch (this) {
            case RATIO -> estimate[i] * target / sum;
            case DIFFERENCE -> estimate[i] + target - sum;
            case MSE_WEIGHTED -> estimate[i] + (target - sum) * mse[i] / sumMse;
          };
    }
    return out;
  }

  /// The same for proportions: clipped to [0, 1] and adjusted once more.
  public double[] adjustProportions(
      double[] estimate, double[] mse, double[] shares, double target) {
    double[] once = clip(adjust(estimate, mse, shares, target));
    return clip(adjust(once, mse, shares, target));
  }

  private static double[] clip(double[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.clamp(values[i], 0, 1);
    }
    return out;
  }
}
