package cabildo.statistics.agreement;

import cabildo.statistics.Numbers;
import cabildo.statistics.Status;
import org.jspecify.annotations.Nullable;

/// Agreement of two raters in a square table of counts.
///
/// κ_w = (p_o-p_e)/(1-p_e) with agreement weights; standard error of Fleiss, Cohen and Everitt
/// (1969), *Psychological Bulletin* 72. κ alone misleads when nearly all say the same; Gwet's AC1
/// stands beside it (Gwet 2008, *British Journal of Mathematical and Statistical Psychology* 61).
///
/// @param status `OK`, `NO_DATA`, or `PE_IS_ONE` when chance agreement is certain
/// @param kappa coefficient
/// @param observed p_o
/// @param chance p_e
/// @param se large-sample standard error
public record CohenKappa(
    Status status, @Nullable Double kappa, double observed, double chance, @Nullable Double se) {
  /// How partial agreement counts.
  public enum Weights {
    /// 1 on the diagonal.
    NONE,
    /// 1-|i-j|/(K-1).
    LINEAR,
    /// 1-(i-j)²/(K-1)².
    QUADRATIC;

    double of(int i, int j, int k) {
      double distance = k > 1 ? Math.abs(i - j) / (k - 1.0) : 0;
      return switch (this) {
        case NONE -> i == j ? 1 : 0;
        case LINEAR -> 1 - distance;
        case QUADRATIC -> 1 - distance * distance;
      };
    }
  }

  /// κ of a table of counts, rows for one rater and columns for the other.
  public static CohenKappa of(double[][] counts, Weights weights) {
    int k = counts.length;
    double n = sum(counts);
    if (!(n > 0)) {
      return new CohenKappa(Status.NO_DATA, null, Double.NaN, Double.NaN, null);
    }
    double[] row = new double[k];
    double[] column = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        row[i] += counts[i][j] / n;
        column[j] += counts[i][j] / n;
      }
    }
    double observed = 0;
    double chance = 0;
    double[] rowWeight = new double[k];
    double[] columnWeight = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double weight = weights.of(i, j, k);
        observed += weight * counts[i][j] / n;
        chance += weight * row[i] * column[j];
        rowWeight[i] += weight * column[j];
        columnWeight[j] += weight * row[i];
      }
    }
    if (1 - chance < 1e-15) {
      return new CohenKappa(Status.PE_IS_ONE, null, observed, chance, null);
    }
    double kappa = (observed - chance) / (1 - chance);
    double squares = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double term = weights.of(i, j, k) - (rowWeight[i] + columnWeight[j]) * (1 - kappa);
        squares += counts[i][j] / n * term * term;
      }
    }
    double centre = kappa - chance * (1 - kappa);
    double se = Math.sqrt((squares - centre * centre) / n) / (1 - chance);
    return new CohenKappa(Status.OK, kappa, observed, chance, Numbers.orNull(se));
  }

  private static double sum(double[][] counts) {
    double sum = 0;
    for (double[] row : counts) {
      for (double count : row) {
        sum += count;
      }
    }
    return sum;
  }

  /// Gwet's AC1; `null` without data.
  public static @Nullable Double gwetAc1(double[][] counts) {
    double chance = gwetChance(counts);
    double agreed = 0;
    double n = 0;
    for (int i = 0; i < counts.length; i++) {
      agreed += counts[i][i];
      for (double count : counts[i]) {
        n += count;
      }
    }
    return Numbers.orNull((agreed / n - chance) / (1 - chance));
  }

  /// Chance agreement of AC1: Σπ(1-π)/(K-1), with π the mean of both margins; NaN without data.
  public static double gwetChance(double[][] counts) {
    int k = counts.length;
    double n = 0;
    double[] margin = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        n += counts[i][j];
        margin[i] += counts[i][j] / 2;
        margin[j] += counts[i][j] / 2;
      }
    }
    double chance = 0;
    for (double m : margin) {
      chance += m / n * (1 - m / n) / (k - 1);
    }
    return chance;
  }
}
