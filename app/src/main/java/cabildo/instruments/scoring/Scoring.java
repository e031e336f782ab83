package cabildo.instruments.scoring;

import cabildo.kernel.LocalText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules of one version of an instrument, checked.
///
/// @param effects of absences, for all rules
/// @param rules by name, in the order in which they are written
/// @param nodes each after those that it gathers
/// @param root the node that is the score
/// @param decimals to show
/// @param isRanked whether units may be put in an order
public record Scoring(
    Map<Absence, Absence.Effect> effects,
    Map<String, Rule> rules,
    List<ScoreNode> nodes,
    String root,
    int decimals,
    boolean isRanked,
    List<Cuts> bands,
    @Nullable Typology typology) {

  public Scoring {
    effects = Map.copyOf(effects);
    nodes = List.copyOf(nodes);
    bands = List.copyOf(bands);
  }

  Absence.Effect effect(Rule rule, Absence why) {
    return Optional.ofNullable(rule.effects().get(why))
        .or(() -> Optional.ofNullable(effects.get(why)))
        .orElseGet(why::usual);
  }

  public Optional<ScoreNode> node(String name) {
    return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
  }

  Scoring with(List<ScoreNode> changed) {
    return new Scoring(effects, rules, changed, root, decimals, isRanked, bands, typology);
  }

  /// Names for ranges of a node's value.
  ///
  /// @param bands the highest first; the last begins nowhere
  public record Cuts(String of, List<Band> bands) {

    /// The band of a value; none when the lowest band begins above it.
    public Optional<Band> of(BigDecimal value) {
      return bands.stream().filter(band -> band.holds(value)).findFirst();
    }
  }

  /// @param from where it begins; absent for the lowest
  /// @param isAbove whether it begins above that number and not at it
  public record Band(String name, LocalText label, @Nullable BigDecimal from, boolean isAbove) {
    boolean holds(BigDecimal value) {
      return from == null || value.compareTo(from) >= (isAbove ? 1 : 0);
    }
  }

  /// Four kinds by two nodes and one cut each: high is at the cut or above.
  ///
  /// @param kinds `high_high`, `high_low`, `low_high`, `low_low`: the first word is of `x`
  public record Typology(
      String x, BigDecimal cutX, String y, BigDecimal cutY, Map<String, LocalText> kinds) {

    public String kind(BigDecimal valueX, BigDecimal valueY) {
      return side(valueX, cutX) + "_" + side(valueY, cutY);
    }

    private static String side(BigDecimal value, BigDecimal cut) {
      return value.compareTo(cut) >= 0 ? "high" : "low";
    }
  }
}
