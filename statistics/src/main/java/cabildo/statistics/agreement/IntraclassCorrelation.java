package cabildo.statistics.agreement;

import cabildo.statistics.Status;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.numeric.Distributions;
import java.util.EnumMap;
import java.util.Map;

/// Intraclass correlations of n subjects rated by the same k raters.
///
/// McGraw and Wong (1996), *Psychological Methods* 1; Shrout and Fleiss (1979), *Psychological
/// Bulletin* 86. For validators scoring the same evidence report absolute agreement, ICC(A,1) and
/// ICC(A,k), with ICC(C,·) beside it.
///
/// @param status `OK`, `NO_DATA` below two subjects or raters, `ZERO_VARIANCE` when all ratings
///   agree everywhere
/// @param betweenSubjects mean square of rows
/// @param betweenRaters mean square of columns
/// @param withinSubjects mean square within rows
/// @param residual mean square of the two-way residual
/// @param values coefficient and interval per form
public record IntraclassCorrelation(
    Status status,
    double betweenSubjects,
    double betweenRaters,
    double withinSubjects,
    double residual,
    Map<Form, Coefficient> values) {
  /// Copies the map.
  public IntraclassCorrelation {
    values = Map.copyOf(values);
  }

  /// Which correlation.
  public enum Form {
    /// One-way, one rating.
    ONE_WAY_SINGLE("ICC(1,1)"),
    /// Two-way, absolute agreement, one rating.
    AGREEMENT_SINGLE("ICC(A,1)"),
    /// Two-way, consistency, one rating.
    CONSISTENCY_SINGLE("ICC(C,1)"),
    /// One-way, mean of k ratings.
    ONE_WAY_MEAN("ICC(1,k)"),
    /// Two-way, absolute agreement, mean of k ratings.
    AGREEMENT_MEAN("ICC(A,k)"),
    /// Two-way, consistency, mean of k ratings.
    CONSISTENCY_MEAN("ICC(C,k)");

    private final String label;

    Form(String label) {
      this.label = label;
    }

    /// McGraw and Wong's name.
    public String label() {
      return label;
    }
  }

  /// A coefficient with its interval.
  public record Coefficient(double value, Interval interval) {}

  /// Ratings: one array per subject with one value per rater, complete.
  public static IntraclassCorrelation of(double[][] ratings, double level) {
    int n = ratings.length;
    int k = n == 0 ? 0 : ratings[0].length;
    if (n < 2 || k < 2) {
      return new IntraclassCorrelation(
          Status.NO_DATA, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Map.of());
    }
    double grand = 0;
    double[] subject = new double[n];
    double[] rater = new double[k];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        grand += ratings[i][j] / (n * k);
        subject[i] += ratings[i][j] / k;
        rater[j] += ratings[i][j] / n;
      }
    }
    double rows = 0;
    double columns = 0;
    double within = 0;
    double rest = 0;
    for (int i = 0; i < n; i++) {
      rows += k * square(subject[i] - grand);
      for (int j = 0; j < k; j++) {
        columns += i == 0 ? n * square(rater[j] - grand) : 0;
        within += square(ratings[i][j] - subject[i]);
        rest += square(ratings[i][j] - subject[i] - rater[j] + grand);
      }
    }
    Squares squares =
        new Squares(
            n,
            k,
            rows / (n - 1),
            columns / (k - 1),
            within / (n * (k - 1.0)),
            rest / ((n - 1.0) * (k - 1)),
            level);
    boolean constant = squares.r == 0 && squares.w == 0;
    return new IntraclassCorrelation(
        constant ? Status.ZERO_VARIANCE : Status.OK,
        squares.r,
        squares.c,
        squares.w,
        squares.e,
        constant ? Map.of() : squares.coefficients());
  }

  private static double square(double x) {
    return x * x;
  }

  private record Squares(double n, double k, double r, double c, double w, double e, double level) {
    Map<Form, Coefficient> coefficients() {
      Map<Form, Coefficient> out = new EnumMap<>(Form.class);
      out.put(
          Form.ONE_WAY_SINGLE,
          new Coefficient((r - w) / (r + (k - 1) * w), simple(w, n * (k - 1), 1)));
      out.put(Form.ONE_WAY_MEAN, new Coefficient((r - w) / r, simple(w, n * (k - 1), k)));
      double twoWayDf = (n - 1) * (k - 1);
      out.put(
          Form.CONSISTENCY_SINGLE,
          new Coefficient((r - e) / (r + (k - 1) * e), simple(e, twoWayDf, 1)));
      out.put(Form.CONSISTENCY_MEAN, new Coefficient((r - e) / r, simple(e, twoWayDf, k)));
      double single = (r - e) / (r + (k - 1) * e + k * (c - e) / n);
      Interval agreement = agreement(single);
      out.put(Form.AGREEMENT_SINGLE, new Coefficient(single, agreement));
      out.put(
          Form.AGREEMENT_MEAN,
          new Coefficient(
              (r - e) / (r + (c - e) / n),
              Interval.of(stepUp(agreement.low()), stepUp(agreement.high()))));
      return out;
    }

    private double stepUp(@org.jspecify.annotations.Nullable Double single) {
      return single == null ? Double.NaN : k * single / (1 + (k - 1) * single);
    }

    private Interval simple(double error, double df, double ratings) {
      double f = r / error;
      double tail = (1 - level) / 2;
      double low = f / Distributions.fQuantile(1 - tail, n - 1, df);
      double high = f * Distributions.fQuantile(1 - tail, df, n - 1);
      return ratings == 1
          ? Interval.of((low - 1) / (low + k - 1), (high - 1) / (high + k - 1))
          : Interval.of(1 - 1 / low, 1 - 1 / high);
    }

    private Interval agreement(double icc) {
      double a = k * icc / (n * (1 - icc));
      double b = 1 + k * icc * (n - 1) / (n * (1 - icc));
      double v =
          square(a * c + b * e) / (square(a * c) / (k - 1) + square(b * e) / ((n - 1) * (k - 1)));
      double tail = (1 - level) / 2;
      double f1 = Distributions.fQuantile(1 - tail, n - 1, v);
      double f2 = Distributions.fQuantile(1 - tail, v, n - 1);
      double spread = k * c + (k * n - k - n) * e;
      return Interval.of(
          n * (r - f1 * e) / (f1 * spread + n * r), n * (f2 * r - e) / (spread + n * f2 * r));
    }
  }
}
