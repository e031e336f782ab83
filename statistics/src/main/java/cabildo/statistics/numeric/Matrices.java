package cabildo.statistics.numeric;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.jspecify.annotations.Nullable;

/// Small dense matrices, rows first, over EJML.
public final class Matrices {
  private Matrices() {}

  /// The inverse, or `null` when the matrix is singular to working precision.
  public static double @Nullable [][] inverse(double[][] matrix) {
    int n = matrix.length;
    DMatrixRMaj scaled = new DMatrixRMaj(n, n);
    double[] scale = scales(matrix);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled.set(i, j, matrix[i][j] / (scale[i] * scale[j]));
      }
    }
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    if (!CommonOps_DDRM.invert(scaled, inverse)) {
      return null;
    }
    double[][] out = new double[n][n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        largest = Math.max(largest, Math.abs(inverse.get(i, j)));
        out[i][j] = inverse.get(i, j) / (scale[i] * scale[j]);
      }
    }
    return Double.isFinite(largest) && largest < 1e14 ? out : null;
  }

  private static double[] scales(double[][] matrix) {
    double[] scale = new double[matrix.length];
    for (int i = 0; i < scale.length; i++) {
      double diagonal = Math.sqrt(Math.abs(matrix[i][i]));
      scale[i] = diagonal > 0 && Double.isFinite(diagonal) ? diagonal : 1;
    }
    return scale;
  }

  /// A·b.
  public static double[] times(double[][] a, double[] b) {
    double[] out = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      out[i] = dot(a[i], b);
    }
    return out;
  }

  /// A·B.
  public static double[][] times(double[][] a, double[][] b) {
    int columns = b.length == 0 ? 0 : b[0].length;
    double[][] out = new double[a.length][columns];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        for (int j = 0; j < columns; j++) {
          out[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return out;
  }

  /// Aᵀ.
  public static double[][] transpose(double[][] a) {
    int columns = a.length == 0 ? 0 : a[0].length;
    double[][] out = new double[columns][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < columns; j++) {
        out[j][i] = a[i][j];
      }
    }
    return out;
  }

  /// aᵀb.
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /// bᵀAb.
  public static double quadratic(double[][] a, double[] b) {
    return dot(b, times(a, b));
  }

  /// Sum of the diagonal.
  public static double trace(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i][i];
    }
    return sum;
  }

  /// Xᵀ diag(v) X for columns-as-rows X (n rows of p).
  public static double[][] crossProduct(double[][] x, double[] v) {
    int p = x.length == 0 ? 0 : x[0].length;
    double[][] out = new double[p][p];
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < p; i++) {
        double factor = v[k] * x[k][i];
        for (int j = i; j < p; j++) {
          out[i][j] += factor * x[k][j];
        }
      }
    }
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < i; j++) {
        out[i][j] = out[j][i];
      }
    }
    return out;
  }

  /// Xᵀ diag(v) y.
  public static double[] crossProduct(double[][] x, double[] v, double[] y) {
    int p = x.length == 0 ? 0 : x[0].length;
    double[] out = new double[p];
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < p; i++) {
        out[i] += v[k] * x[k][i] * y[k];
      }
    }
    return out;
  }

  /// log |A| of a positive definite matrix, or NaN.
  public static double logDeterminant(double[][] a) {
    DMatrixRMaj matrix = new DMatrixRMaj(a);
    var cholesky = DecompositionFactory_DDRM.chol(a.length, true);
    if (!cholesky.decompose(matrix)) {
      return Double.NaN;
    }
    DMatrixRMaj lower = cholesky.getT(null);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.log(lower.get(i, i));
    }
    return 2 * sum;
  }

  /// Real parts of the eigenvalues.
  public static double[] eigenvalues(double[][] a) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(a.length, false);
    if (!eigen.decompose(new DMatrixRMaj(a))) {
      return new double[0];
    }
    double[] out = new double[eigen.getNumberOfEigenvalues()];
    for (int i = 0; i < out.length; i++) {
      out[i] = eigen.getEigenvalue(i).getReal();
    }
    return out;
  }
}
