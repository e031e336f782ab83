package cabildo.statistics.nonresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Nonresponse adjustment in classes: factor_c = Σ_{eligible} w / Σ_{respondents} w.
///
/// Kalton and Flores-Cervantes (2003), *Journal of Official Statistics* 19.
///
/// @param classes the classes after collapsing, in the order of their labels
/// @param weights adjusted weights per row; 0 for everyone who did not answer
@SuppressWarnings("ArrayRecordComponent")
public record WeightingClasses(List<WeightingClass> classes, double[] weights) {
  /// One class.
  ///
  /// @param label of the class; collapsed labels are joined by `+`
  /// @param eligible eligible sampled units
  /// @param respondents of them
  /// @param factor adjustment; infinite when nobody answered
  public record WeightingClass(String label, int eligible, int respondents, double factor) {}

  /// When a class is too thin to stand alone.
  ///
  /// @param minRespondents fewer respondents than this collapse the class
  /// @param maxFactor a larger factor collapses the class
  public record CollapseRule(int minRespondents, double maxFactor) {
    /// Fewer than 20 respondents or a factor above 3.
    public static final CollapseRule DEFAULT = new CollapseRule(20, 3);

    /// Only classes without any respondent.
    public static final CollapseRule ONLY_EMPTY = new CollapseRule(1, Double.POSITIVE_INFINITY);
  }

  /// Adjusts weights within classes, thin ones joined to the class of nearest response rate.
  ///
  /// @param labels class of every row
  /// @param weights base weights
  /// @param eligible rows of the base
  /// @param answered respondents among them
  public static WeightingClasses of(
      List<String> labels,
      double[] weights,
      boolean[] eligible,
      boolean[] answered,
      CollapseRule rule) {
    TreeMap<String, Sums> byLabel = new TreeMap<>();
    for (int k = 0; k < weights.length; k++) {
      if (eligible[k]) {
        byLabel.computeIfAbsent(labels.get(k), Sums::new).add(weights[k], answered[k]);
      }
    }
    List<Sums> groups = new ArrayList<>(byLabel.values());
    collapse(groups, rule);
    Map<String, Double> factors = new TreeMap<>();
    groups.forEach(group -> group.labels.forEach(label -> factors.put(label, group.factor())));
    double[] adjusted = new double[weights.length];
    for (int k = 0; k < weights.length; k++) {
      if (eligible[k] && answered[k]) {
        adjusted[k] = weights[k] * factors.getOrDefault(labels.get(k), 1.0);
      }
    }
    return new WeightingClasses(groups.stream().map(Sums::asClass).toList(), adjusted);
  }

  private static void collapse(List<Sums> groups, CollapseRule rule) {
    while (groups.size() > 1) {
      Sums thin =
          groups.stream()
              .filter(g -> g.respondents < rule.minRespondents() || g.factor() > rule.maxFactor())
              .min(java.util.Comparator.comparingInt(g -> g.respondents))
              .orElse(null);
      if (thin == null) {
        return;
      }
      Sums nearest =
          groups.stream()
              .filter(g -> g != thin)
              .min(java.util.Comparator.comparingDouble(g -> Math.abs(g.rate() - thin.rate())))
              .orElseThrow();
      nearest.join(thin);
      groups.remove(thin);
    }
  }

  private static final class Sums {
    private final List<String> labels = new ArrayList<>();
    private int eligible;
    private int respondents;
    private double base;
    private double answered;

    Sums(String label) {
      labels.add(label);
    }

    void add(double weight, boolean respondent) {
      eligible++;
      base += weight;
      respondents += respondent ? 1 : 0;
      answered += respondent ? weight : 0;
    }

    void join(Sums other) {
      labels.addAll(other.labels);
      eligible += other.eligible;
      respondents += other.respondents;
      base += other.base;
      answered += other.answered;
    }

    double factor() {
      return base / answered;
    }

    double rate() {
      return answered / base;
    }

    WeightingClass asClass() {
      return new WeightingClass(String.join("+", labels), eligible, respondents, factor());
    }
  }
}
