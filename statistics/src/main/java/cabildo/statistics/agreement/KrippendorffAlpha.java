package cabildo.statistics.agreement;

import cabildo.statistics.Numbers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Krippendorff's α = 1 - D_o/D_e, with missing ratings: the default for evidence validation.
///
/// Krippendorff (2011), *Computing Krippendorff's Alpha-Reliability*.
public enum KrippendorffAlpha {
  /// δ² = 1 when values differ.
  NOMINAL,
  /// δ² from the ranks between values.
  ORDINAL,
  /// δ² = (a-b)².
  INTERVAL,
  /// δ² = ((a-b)/(a+b))².
  RATIO;

  /// α of ratings, one array per rater and one value per unit (NaN missing); `null` when no unit
  /// has two ratings or all values agree so that D_e = 0.
  public @Nullable Double of(double[][] raters) {
    double[] values =
        Arrays.stream(raters)
            .flatMapToDouble(Arrays::stream)
            .filter(v -> !Double.isNaN(v))
            .distinct()
            .sorted()
            .toArray();
    int units = raters.length == 0 ? 0 : raters[0].length;
    double[][] coincidence = new double[values.length][values.length];
    for (int unit = 0; unit < units; unit++) {
      double[] counts = new double[values.length];
      double m = 0;
      for (double[] rater : raters) {
        if (!Double.isNaN(rater[unit])) {
          counts[Arrays.binarySearch(values, rater[unit])]++;
          m++;
        }
      }
      for (int a = 0; a < values.length && m > 1; a++) {
        for (int b = 0; b < values.length; b++) {
          coincidence[a][b] += counts[a] * (counts[b] - (a == b ? 1 : 0)) / (m - 1);
        }
      }
    }
    double[] margin =
        Arrays.stream(coincidence).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double n = Arrays.stream(margin).sum();
    double observed = 0;
    double expected = 0;
    for (int a = 0; a < values.length; a++) {
      for (int b = 0; b < a; b++) {
        double delta = squaredDistance(values, margin, b, a);
        observed += coincidence[a][b] * delta;
        expected += margin[a] * margin[b] * delta;
      }
    }
    return Numbers.orNull(1 - (n - 1) * observed / expected);
  }

  private double squaredDistance(double[] values, double[] margin, int low, int high) {
    double difference = values[high] - values[low];
    return switch (this) {
      case NOMINAL -> 1;
      case INTERVAL -> difference * difference;
      case RATIO -> {
        double sum = values[high] + values[low];
        yield sum == 0 ? 0 : difference * difference / (sum * sum);
      }
      case ORDINAL -> {
        double between = -(margin[low] + margin[high]) / 2;
        for (int g = low; g <= high; g++) {
          between += margin[g];
        }
        yield between * between;
      }
    };
  }
}
