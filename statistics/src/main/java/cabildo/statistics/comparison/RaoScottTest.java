package cabildo.statistics.comparison;

import cabildo.statistics.Status;
import cabildo.statistics.design.LinearisedVariance;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Linearised;
import cabildo.statistics.numeric.Distributions;
import cabildo.statistics.numeric.Matrices;
import cabildo.statistics.numeric.Saddlepoint;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Tests of independence in a two-way table of weighted proportions.
///
/// X²_P = n Σ(p̂-p̂0)²/p̂0, corrected by the generalised design effects, the eigenvalues of Δ:
/// second order F = X²_P/tr Δ on (tr(Δ)²/tr(Δ²), ν times that), which is the default. Rao and Scott
/// (1984), *Annals of Statistics* 12; Thomas and Rao (1987), *JASA* 82 (Wald forms).
///
/// @param status `OK`, `NO_DATA`, or `VARIANCE_NOT_ESTIMABLE`
/// @param proportions p̂, rows first
/// @param pearson X²_P
/// @param secondOrder the default test
/// @param firstOrder X²_P over the mean design effect, as chi-square
/// @param wald Wald F on ((r-1)(c-1), ν)
/// @param adjustedWald Wald F with its denominator adjusted
/// @param saddlepointP upper tail of the exact null mixture by saddlepoint
@SuppressWarnings("ArrayRecordComponent")
public record RaoScottTest(
    Status status,
    double[][] proportions,
    double pearson,
    FTest secondOrder,
    FTest firstOrder,
    FTest wald,
    FTest adjustedWald,
    @Nullable Double saddlepointP) {

  /// Tests rows against columns given as level codes from 0; a negative code is missing.
  public static RaoScottTest of(
      SurveyDesign design, int[] row, int rows, int[] column, int columns, boolean[] domain) {
    boolean[] present = new boolean[domain.length];
    int n = 0;
    for (int k = 0; k < present.length; k++) {
      present[k] = domain[k] && row[k] >= 0 && column[k] >= 0;
      n += present[k] ? 1 : 0;
    }
    int cells = rows * columns;
    double[] p = new double[cells];
    double[][] u = new double[2 * cells][];
    for (int cell = 0; cell < cells; cell++) {
      double[] indicator = new double[domain.length];
      for (int k = 0; k < indicator.length; k++) {
        indicator[k] = present[k] && row[k] * columns + column[k] == cell ? 1 : 0;
      }
      Linearised mean = Linearised.mean(design, indicator, present);
      p[cell] = mean.estimate();
      if (mean.status() != Status.OK) {
        return undefined(mean.status());
      }
      u[cell] = mean.contributions();
      u[cells + cell] = withoutCentring(design, indicator, present);
    }
    LinearisedVariance v = LinearisedVariance.of(design, u, present);
    int nu = design.degreesOfFreedom(present);
    if (v.status() != Status.OK || nu <= 0) {
      return undefined(v.status() == Status.OK ? Status.VARIANCE_NOT_ESTIMABLE : v.status());
    }
    return new TwoWay(rows, columns, p, v.covariance(), n, nu).test();
  }

  /// Contributions w y/Σw to a total whose scale is held fixed.
  private static double[] withoutCentring(SurveyDesign design, double[] y, boolean[] rows) {
    double[] u = Linearised.total(design, y, rows).contributions();
    double sum = 0;
    for (int k = 0; k < rows.length; k++) {
      sum += rows[k] ? design.weight(k) : 0;
    }
    for (int k = 0; k < u.length; k++) {
      u[k] /= sum;
    }
    return u;
  }

  private static RaoScottTest undefined(Status status) {
    return new RaoScottTest(
        status, new double[0][], Double.NaN, FTest.NONE, FTest.NONE, FTest.NONE, FTest.NONE, null);
  }

  /// The table with the covariance of its proportions followed by its totals.
  @SuppressWarnings("ArrayRecordComponent")
  private record TwoWay(int rows, int columns, double[] p, double[][] v, int n, int nu) {

    RaoScottTest test() {
      double[] rowSum = new double[rows];
      double[] columnSum = new double[columns];
      for (int cell = 0; cell < p.length; cell++) {
        rowSum[cell / columns] += p[cell];
        columnSum[cell % columns] += p[cell];
      }
      double pearson = 0;
      for (int cell = 0; cell < p.length; cell++) {
        double expected = rowSum[cell / columns] * columnSum[cell % columns];
        pearson += expected > 0 ? n * (p[cell] - expected) * (p[cell] - expected) / expected : 0;
      }
      double @Nullable [][] delta = delta();
      int df = (rows - 1) * (columns - 1);
      if (delta == null || df == 0) {
        return undefined(Status.VARIANCE_NOT_ESTIMABLE);
      }
      double trace = Matrices.trace(delta);
      double df1 = trace * trace / Matrices.trace(Matrices.times(delta, delta));
      double wald = wald(rowSum, columnSum);
      double[][] table = new double[rows][];
      for (int i = 0; i < rows; i++) {
        table[i] = Arrays.copyOfRange(p, i * columns, (i + 1) * columns);
      }
      double first = pearson / (trace / df);
      return new RaoScottTest(
          Status.OK,
          table,
          pearson,
          FTest.of(pearson / trace, df1, df1 * nu),
          new FTest(first, df, null, Distributions.chiSquareUpper(first, df)),
          FTest.of(wald / df, df, nu),
          FTest.of(wald * (nu - df + 1) / (df * (double) nu), df, nu - df + 1),
          Saddlepoint.mixtureUpper(pearson, Matrices.eigenvalues(delta), df1 * nu));
    }

    /// Covariance of the proportions (from 0) or of the totals (from the number of cells).
    private double[][] block(int from) {
      double[][] out = new double[p.length][];
      for (int i = 0; i < p.length; i++) {
        out[i] = Arrays.copyOfRange(v[from + i], from, from + p.length);
      }
      return out;
    }

    /// Generalised design effects of the interaction contrasts.
    private double @Nullable [][] delta() {
      int df = (rows - 1) * (columns - 1);
      double[][] c = new double[p.length][df];
      for (int a = 1; a < rows; a++) {
        for (int b = 1; b < columns; b++) {
          for (int cell = 0; cell < p.length; cell++) {
            double rowPart = (cell / columns == a ? 1 : 0) - 1.0 / rows;
            double columnPart = (cell % columns == b ? 1 : 0) - 1.0 / columns;
            c[cell][(a - 1) * (columns - 1) + b - 1] = rowPart * columnPart;
          }
        }
      }
      double[][] scaled = new double[p.length][df];
      double[] inverse = new double[p.length];
      for (int cell = 0; cell < p.length; cell++) {
        inverse[cell] = p[cell] > 0 ? 1 / p[cell] : 0;
        for (int j = 0; j < df; j++) {
          scaled[cell][j] = c[cell][j] * inverse[cell];
        }
      }
      double[][] numerator =
          Matrices.times(Matrices.transpose(scaled), Matrices.times(block(0), scaled));
      double[][] simple =
          Matrices.crossProduct(c, Arrays.stream(inverse).map(x -> x / n).toArray());
      double @Nullable [][] simpleInverse = Matrices.inverse(simple);
      return simpleInverse == null ? null : Matrices.times(simpleInverse, numerator);
    }

    /// Wald statistic of the totals N_rc - N_r N_c/N over the cells outside the first row and
    /// column.
    private double wald(double[] rowSum, double[] columnSum) {
      int df = (rows - 1) * (columns - 1);
      double[][] jacobian = new double[df][p.length];
      double[] y = new double[df];
      for (int j = 0; j < df; j++) {
        int r = 1 + j / (columns - 1);
        int s = 1 + j % (columns - 1);
        y[j] = p[r * columns + s] - rowSum[r] * columnSum[s];
        for (int cell = 0; cell < p.length; cell++) {
          boolean inRow = cell / columns == r;
          boolean inColumn = cell % columns == s;
          jacobian[j][cell] =
              (inRow && inColumn ? 1 : 0)
                  - (inRow ? columnSum[s] : 0)
                  - (inColumn ? rowSum[r] : 0)
                  + rowSum[r] * columnSum[s];
        }
      }
      double[][] totals = block(p.length);
      double[][] covariance =
          Matrices.times(jacobian, Matrices.times(totals, Matrices.transpose(jacobian)));
      double @Nullable [][] inverse = Matrices.inverse(covariance);
      return inverse == null ? Double.NaN : Matrices.quadratic(inverse, y);
    }
  }
}
