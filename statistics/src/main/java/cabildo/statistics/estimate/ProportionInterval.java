package cabildo.statistics.estimate;

import cabildo.statistics.Numbers;
import cabildo.statistics.numeric.Distributions;

/// Confidence intervals for a proportion from its design variance.
///
/// The effective sample is n_e = p(1-p)/V; corrected for the degrees of freedom it is n_e
/// (t_{n-1}/t_ν)², and capped at n. Where p is 0 or 1, or V = 0, it is n. `KORN_GRAUBARD` is the
/// default everywhere in this package. Korn and Graubard (1998), *Survey Methodology* 24; Parker et
/// al. (2017), NCHS Series 2 No 175 (the cap); Franco, Little, Louis and Slud (2019).
public enum ProportionInterval {
  /// Beta interval on the capped effective sample: the default.
  KORN_GRAUBARD {
    @Override
    Interval on(Proportion x) {
      return beta(x.p(), x.cappedEffectiveN(), x.level());
    }
  },
  /// Beta interval on the uncapped effective sample, as other programs print it.
  KORN_GRAUBARD_UNCAPPED {
    @Override
    Interval on(Proportion x) {
      return beta(x.p(), x.correctedEffectiveN(), x.level());
    }
  },
  /// Wilson's interval on n_e with t of ν degrees of freedom.
  WILSON {
    @Override
    Interval on(Proportion x) {
      return wilson(x.p(), x.effectiveN(), Distributions.tCritical(x.level(), x.df()));
    }
  },
  /// Wilson's interval on the capped effective sample with t of n-1 degrees of freedom.
  WILSON_CAPPED {
    @Override
    Interval on(Proportion x) {
      return wilson(x.p(), x.cappedEffectiveN(), Distributions.tCritical(x.level(), x.n() - 1.0));
    }
  },
  /// Delta method on the log odds: expit(logit p ± t se/(p(1-p))).
  LOGIT {
    @Override
    Interval on(Proportion x) {
      double half = Distributions.tCritical(x.level(), x.df()) * x.se() / (x.p() * (1 - x.p()));
      double centre = Math.log(x.p() / (1 - x.p()));
      return x.isDegenerate()
          ? Interval.NONE
          : Interval.of(1 / (1 + Math.exp(half - centre)), 1 / (1 + Math.exp(-half - centre)));
    }
  },
  /// Delta method on the arcsine scale: sin²(asin √p ± t se/(2√(p(1-p)))).
  ARCSINE {
    @Override
    Interval on(Proportion x) {
      double half =
          Distributions.tCritical(x.level(), x.df())
              * x.se()
              / (2 * Math.sqrt(x.p() * (1 - x.p())));
      double centre = Math.asin(Math.sqrt(x.p()));
      return x.isDegenerate()
          ? Interval.NONE
          : Interval.of(Math.pow(Math.sin(centre - half), 2), Math.pow(Math.sin(centre + half), 2));
    }
  },
  /// p ± t se: kept for comparison; its coverage fell to 0.41 in simulation.
  WALD {
    @Override
    Interval on(Proportion x) {
      double half = Distributions.tCritical(x.level(), x.df()) * x.se();
      return x.isDegenerate() ? Interval.NONE : Interval.of(x.p() - half, x.p() + half);
    }
  };

  abstract Interval on(Proportion x);

  /// The interval of a proportion; `NONE` where the method is undefined.
  public Interval of(Proportion proportion) {
    return on(proportion);
  }

  /// Exact binomial interval on n answers (Clopper and Pearson 1934).
  public static Interval clopperPearson(double p, int n, double level) {
    return beta(p, n, level);
  }

  private static Interval beta(double p, double n, double level) {
    double tail = (1 - level) / 2;
    double low = p == 0 ? 0 : Distributions.betaQuantile(tail, n * p, n * (1 - p) + 1);
    double high = p == 1 ? 1 : Distributions.betaQuantile(1 - tail, n * p + 1, n * (1 - p));
    return Interval.of(low, high);
  }

  private static Interval wilson(double p, double n, double t) {
    double shrink = 1 + t * t / n;
    double centre = (p + t * t / (2 * n)) / shrink;
    double half = t / shrink * Math.sqrt(p * (1 - p) / n + t * t / (4 * n * n));
    return Interval.of(Math.max(0, centre - half), Math.min(1, centre + half));
  }

  /// A proportion with its design variance.
  ///
  /// @param p estimate in [0, 1]
  /// @param variance design variance, at least 0
  /// @param n respondents, at least 1
  /// @param df design degrees of freedom; not above 0 means that no interval exists
  /// @param level confidence level in (0, 1)
  public record Proportion(double p, double variance, int n, double df, double level) {
    /// Refuses impossible values.
    public Proportion {
      Numbers.proportion(p, "p");
      Numbers.level(level);
      if (!(variance >= 0) || n < 1) {
        throw new IllegalArgumentException("variance must be at least 0 and n at least 1");
      }
    }

    /// √V.
    public double se() {
      return Math.sqrt(variance);
    }

    /// p is 0 or 1, or V is 0.
    public boolean isDegenerate() {
      return p == 0 || p == 1 || variance == 0;
    }

    /// n_e = p(1-p)/V, or n where that is undefined.
    public double effectiveN() {
      return isDegenerate() ? n : p * (1 - p) / variance;
    }

    /// n_e (t_{n-1}/t_ν)².
    public double correctedEffectiveN() {
      if (isDegenerate()) {
        return n;
      }
      double ratio = Distributions.tCritical(level, n - 1.0) / Distributions.tCritical(level, df);
      return effectiveN() * ratio * ratio;
    }

    /// The corrected effective sample, at most n.
    public double cappedEffectiveN() {
      return Math.min(n, correctedEffectiveN());
    }
  }
}
