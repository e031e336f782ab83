package cabildo.instruments.scoring;

import cabildo.instruments.scoring.Score.Part;
import cabildo.instruments.scoring.ScoreNode.Child;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Computes one node of those that it gathers.
final class Gather {
  private static final MathContext EXACT = MathContext.DECIMAL128;
  private static final MathContext DIGITS_OF_DOUBLE = new MathContext(15);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final ScoreNode node;
  private final Map<String, Part> parts;

  /// Children with a value, and their weights.
  private final List<Weighted> present = new ArrayList<>();

  private record Weighted(Child child, BigDecimal value) {
    BigDecimal weight() {
      return child.weight();
    }
  }

  private Gather(ScoreNode node, Map<String, Part> parts) {
    this.node = node;
    this.parts = parts;
  }

  static Part of(ScoreNode node, Map<String, Part> parts) {
    return new Gather(node, parts).part();
  }

  private Part part() {
    Set<String> blocking = new TreeSet<>();
    for (Child child : node.children()) {
      Part part = part(child.of());
      if (informs(child)) {
        continue;
      }
      if (part.value() != null) {
        present.add(new Weighted(child, part.value()));
      } else if (!child.isBonus()) {
        blocking.addAll(part.blocking());
      }
    }
    node.gates().forEach(gate -> blocking.addAll(part(gate.of()).blocking()));
    boolean isEmpty = present.stream().allMatch(one -> one.child().isBonus());
    BigDecimal value = !blocking.isEmpty() || isEmpty ? null : limited(value());
    return new Part(
        node.name(),
        value,
        value == null && blocking.isEmpty() ? Absence.NOT_APPLICABLE : null,
        all(Part::applicable),
        all(Part::answered),
        all(Part::dropped),
        blocking);
  }

  /// Whether a child is shown and does not count.
  private boolean informs(Child child) {
    return node.how().isWeighted() && child.weight().signum() == 0;
  }

  private Part part(String name) {
    return Objects.requireNonNull(parts.get(name), name);
  }

  private Set<String> all(Function<Part, Set<String>> what) {
    Set<String> all = new LinkedHashSet<>();
    node.children().forEach(child -> all.addAll(what.apply(part(child.of()))));
    return all;
  }

  private BigDecimal value() {
    return switch (node.how()) {
      case MEAN -> over(gained(false)).add(gained(true));
      case PERCENT -> over(gained(false)).add(over(gained(true))).multiply(HUNDRED, EXACT);
      case SUM -> over(gained(false)).multiply(full()).add(gained(true));
      case ZSCORE -> over(distances());
      case GEOMETRIC -> geometric();
      case MINIMUM -> Reducer.MIN.of(values());
      case PRODUCT -> values().stream().reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, EXACT));
      case COUNT ->
          BigDecimal.valueOf(
              values().stream().filter(one -> one.compareTo(node.pass()) >= 0).count());
    };
  }

  private List<BigDecimal> values() {
    return present.stream().map(Weighted::value).toList();
  }

  private BigDecimal gained(boolean asBonus) {
    return present.stream()
        .filter(one -> one.child().isBonus() == asBonus)
        .map(one -> one.weight().multiply(one.value()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// Weights of what counts and is there.
  private BigDecimal weighing() {
    return present.stream()
        .filter(one -> !one.child().isBonus())
        .map(Weighted::weight)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// Weights of all that counts, there or not.
  private BigDecimal full() {
    return node.children().stream()
        .filter(child -> !child.isBonus())
        .map(Child::weight)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal over(BigDecimal gained) {
    BigDecimal weighing = weighing();
    return weighing.compareTo(BigDecimal.ONE) == 0 ? gained : gained.divide(weighing, EXACT);
  }

  private BigDecimal distances() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Weighted one : present) {
      ScoreNode.Edition base = one.child().base();
      if (base != null) {
        BigDecimal distance = one.value().subtract(base.mean()).divide(base.deviation(), EXACT);
        sum = sum.add(one.weight().multiply(distance, EXACT));
      }
    }
    return sum;
  }

  private BigDecimal geometric() {
    double product = 1;
    double weighing = weighing().doubleValue();
    for (Weighted one : present) {
      double value = Math.max(0, one.value().doubleValue());
      product *= StrictMath.pow(value, one.weight().doubleValue() / weighing);
    }
    return new BigDecimal(product).round(DIGITS_OF_DOUBLE);
  }

  private BigDecimal limited(BigDecimal value) {
    BigDecimal limited = node.cap() == null ? value : value.min(node.cap());
    for (ScoreNode.Gate gate : node.gates()) {
      @Nullable BigDecimal found = part(gate.of()).value();
      if (found != null && found.compareTo(gate.atLeast()) < 0) {
        limited = limited.min(gate.otherwise());
      }
    }
    return limited;
  }
}
