package cabildo.instruments.scoring;

import cabildo.instruments.scoring.ScoreNode.Child;
import cabildo.instruments.scoring.ScoreNode.Edition;
import cabildo.instruments.scoring.ScoreNode.Gate;
import cabildo.instruments.scoring.ScoreNode.How;
import cabildo.instruments.scoring.ScoreNode.Weights;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the nodes, checks their weights and puts each after those that it gathers.
final class ReadNodes {
  private static final Set<How> WITH_BONUS = Set.of(How.MEAN, How.SUM, How.PERCENT);

  private final Set<String> rules;
  private final Map<String, Fields> written;
  private final Map<String, ScoreNode> done = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  private ReadNodes(Set<String> rules, Map<String, Fields> written) {
    this.rules = rules;
    this.written = written;
  }

  static List<ScoreNode> of(Fields nodes, Set<String> rules) {
    var reading = new ReadNodes(rules, nodes.members());
    reading.written.forEach((name, node) -> {
      if (rules.contains(name)) {
        throw node.fault("a rule has the same name");
      }
      reading.read(name, node);
    });
    return List.copyOf(reading.done.values());
  }

  private void read(String name, Fields from) {
    if (done.containsKey(name)) {
      return;
    }
    if (!open.add(name)) {
      throw from.fault("it goes in a circle: " + String.join(", ", open));
    }
    ScoreNode node = node(name, from);
    Stream.concat(node.children().stream().map(Child::of), node.gates().stream().map(Gate::of))
        .forEach(below -> follow(below, from));
    open.remove(name);
    done.put(name, node);
  }

  private void follow(String below, Fields from) {
    Fields node = written.get(below);
    if (node != null) {
      read(below, node);
    } else if (!rules.contains(below)) {
      throw from.fault("there is no rule or node '" + below + "'");
    }
  }

  private ScoreNode node(String name, Fields from) {
    How how = from.one("how", How.class, How.MEAN);
    Weights usual = how.isWeighted() ? Weights.FIXED : Weights.NONE;
    Weights weights = from.one("weights", Weights.class, usual);
    if (how.isWeighted() == (weights == Weights.NONE)) {
      throw from.fault(how.isWeighted() ? "it needs weights" : "it takes no weights");
    }
    List<Child> children = children(from, how, weights);
    check(from, weights, children);
    return new ScoreNode(
        name,
        from.text("label"),
        how,
        weights,
        children,
        gates(from),
        from.number("cap"),
        from.number("pass", BigDecimal.ONE));
  }

  private static List<Child> children(Fields from, How how, Weights weights) {
    List<Fields> written = from.in("children").elements();
    Set<String> names = new LinkedHashSet<>();
    List<Child> children = new ArrayList<>();
    for (Fields child : written) {
      String of = child.needed("of");
      if (!names.add(of)) {
        throw child.fault("'" + of + "' is there twice");
      }
      boolean isBonus = child.is("bonus", false);
      if (isBonus && !WITH_BONUS.contains(how)) {
        throw child.fault("only a mean, a sum or a percentage takes a bonus");
      }
      children.add(
          new Child(of, weight(child, weights, isBonus, written), isBonus, base(child, how)));
    }
    if (children.stream().allMatch(Child::isBonus)) {
      throw from.fault("it gathers nothing");
    }
    return children;
  }

  private static BigDecimal weight(
      Fields child, Weights weights, boolean isBonus, List<Fields> all) {
    boolean isWritten = isBonus || weights == Weights.FIXED || weights == Weights.POINTS;
    if (isWritten != child.has("weight")) {
      throw child.fault(isWritten ? "it needs a weight" : "it takes no weight");
    }
    if (isWritten) {
      BigDecimal weight = child.in("weight").number();
      if (weight.signum() < 0) {
        throw child.fault("a weight is not below zero");
      }
      return weight;
    }
    long counting = all.stream().filter(one -> !one.is("bonus", false)).count();
    return weights == Weights.NONE
        ? BigDecimal.ONE
        : BigDecimal.ONE.divide(BigDecimal.valueOf(counting), MathContext.DECIMAL128);
  }

  private static @Nullable Edition base(Fields child, How how) {
    if (how != How.ZSCORE) {
      return null;
    }
    Fields base = child.in("base");
    BigDecimal deviation = base.in("deviation").number();
    if (deviation.signum() <= 0) {
      throw base.fault("a deviation is above zero");
    }
    return new Edition(base.in("mean").number(), deviation);
  }

  private static void check(Fields from, Weights weights, List<Child> children) {
    BigDecimal sum =
        children.stream()
            .filter(child -> !child.isBonus())
            .map(Child::weight)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal wanted =
        switch (weights) {
          case FIXED -> BigDecimal.ONE;
          case POINTS -> from.in("points").number();
          case EQUAL, NONE -> sum;
        };
    if (sum.compareTo(wanted) != 0 || sum.signum() == 0) {
      throw from.fault(
          "its weights sum to " + sum.toPlainString() + " and not to " + wanted.toPlainString());
    }
  }

  private static List<Gate> gates(Fields from) {
    return from.in("gates").elements().stream()
        .map(gate ->
            new Gate(
                gate.needed("of"),
                gate.number("atLeast", BigDecimal.ONE),
                gate.number("otherwise", BigDecimal.ZERO)))
        .toList();
  }
}
