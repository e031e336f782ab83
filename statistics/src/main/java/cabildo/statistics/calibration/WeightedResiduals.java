package cabildo.statistics.calibration;

import cabildo.statistics.design.Residuals;
import cabildo.statistics.numeric.Matrices;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Residuals of weighted least squares on calibration variables.
final class WeightedResiduals {
  private static final double ALIASED = 1e-14;

  private WeightedResiduals() {}

  /// e = z - X (XᵀWX)⁻¹ XᵀWz.
  static Residuals on(double[][] x, double[] w) {
    int[] columns = independentColumns(x, w);
    double[][] kept = new double[x.length][columns.length];
    for (int k = 0; k < x.length; k++) {
      for (int j = 0; j < columns.length; j++) {
        kept[k][j] = x[k][columns[j]];
      }
    }
    double @Nullable [][] inverse = Matrices.inverse(Matrices.crossProduct(kept, w));
    return z -> {
      if (inverse == null) {
        return z;
      }
      double[] beta = Matrices.times(inverse, Matrices.crossProduct(kept, w, z));
      double[] e = new double[z.length];
      for (int k = 0; k < z.length; k++) {
        e[k] = z[k] - Matrices.dot(kept[k], beta);
      }
      return e;
    };
  }

  /// Columns that no earlier columns explain, by modified Gram-Schmidt with weights.
  static int[] independentColumns(double[][] x, double[] w) {
    int p = x.length == 0 ? 0 : x[0].length;
    double[][] basis = new double[p][];
    int[] kept = new int[p];
    int rank = 0;
    for (int j = 0; j < p; j++) {
      double[] column = new double[x.length];
      for (int k = 0; k < x.length; k++) {
        column[k] = Math.sqrt(w[k]) * x[k][j];
      }
      double length = Matrices.dot(column, column);
      for (int pass = 0; pass < 2; pass++) {
        for (int b = 0; b < rank; b++) {
          double along = Matrices.dot(basis[b], column);
          for (int k = 0; k < column.length; k++) {
            column[k] -= along * basis[b][k];
          }
        }
      }
      double rest = Matrices.dot(column, column);
      if (rest > ALIASED * length) {
        double norm = Math.sqrt(rest);
        for (int k = 0; k < column.length; k++) {
          column[k] /= norm;
        }
        basis[rank] = column;
        kept[rank++] = j;
      }
    }
    return Arrays.copyOf(kept, rank);
  }
}
