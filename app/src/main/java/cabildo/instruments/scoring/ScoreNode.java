package cabildo.instruments.scoring;

import cabildo.kernel.LocalText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers rules and other nodes into one number.
///
/// @param cap the most that it comes to; absent = no limit
/// @param pass what a child needs to be counted; of `COUNT`
public record ScoreNode(
    String name,
    @Nullable LocalText label,
    How how,
    Weights weights,
    List<Child> children,
    List<Gate> gates,
    @Nullable BigDecimal cap,
    BigDecimal pass) {

  public ScoreNode {
    children = List.copyOf(children);
    gates = List.copyOf(gates);
  }

  public enum How {
    /// Weighted arithmetic mean.
    MEAN,
    /// Points gained; those of what was dropped are shared among the others.
    SUM,
    /// Points gained of a hundred.
    PERCENT,
    /// Weighted geometric mean, to 15 digits.
    GEOMETRIC,
    MINIMUM,
    PRODUCT,
    /// How many children pass.
    COUNT,
    /// Weighted mean of distances from a base edition, in its standard deviations.
    ZSCORE;

    boolean isWeighted() {
      return this != MINIMUM && this != PRODUCT && this != COUNT;
    }
  }

  public enum Weights {
    /// They sum to 1.
    FIXED,
    /// They sum to the points that the node declares.
    POINTS,
    EQUAL,
    NONE
  }

  ScoreNode with(How other) {
    return new ScoreNode(name, label, other, weights, children, gates, cap, pass);
  }

  /// What counts weighs the same, and together as much as before.
  ScoreNode withEqualWeights() {
    List<Child> counting = children.stream().filter(Child::counts).toList();
    BigDecimal full = counting.stream().map(Child::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal each =
        counting.isEmpty()
            ? full
            : full.divide(BigDecimal.valueOf(counting.size()), MathContext.DECIMAL128);
    List<Child> equal =
        children.stream()
            .map(child -> child.counts() ? new Child(child.of(), each, false, child.base()) : child)
            .toList();
    return new ScoreNode(name, label, how, weights, equal, gates, cap, pass);
  }

  /// @param of the name of a rule or a node
  /// @param weight 0 for what only informs
  /// @param isBonus whether it adds to a full mark instead of being part of it
  /// @param base of a z-score
  public record Child(String of, BigDecimal weight, boolean isBonus, @Nullable Edition base) {
    boolean counts() {
      return !isBonus && weight.signum() > 0;
    }
  }

  /// @param deviation above 0
  public record Edition(BigDecimal mean, BigDecimal deviation) {}

  /// Below a threshold of one child the node comes to a fixed number at most.
  public record Gate(String of, BigDecimal atLeast, BigDecimal otherwise) {}
}
