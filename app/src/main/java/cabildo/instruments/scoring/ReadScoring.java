package cabildo.instruments.scoring;

import cabildo.instruments.Definition;
import cabildo.instruments.ReadDefinition.Fault;
import cabildo.instruments.scoring.Scoring.Band;
import cabildo.instruments.scoring.Scoring.Cuts;
import cabildo.instruments.scoring.Scoring.Typology;
import cabildo.kernel.LocalText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the rules of an instrument's document, key `scoring`, and refuses what does not add up:
/// what is not there, what goes in a circle, weights that do not sum, choices without a number.
public final class ReadScoring {
  private static final Set<String> KINDS = Set.of("high_high", "high_low", "low_high", "low_low");
  private static final Set<String> PERSPECTIVES =
      Set.of("institution", "reviewer", "simulated", "citizen");
  private static final int MOST_DECIMALS = 6;

  private ReadScoring() {}

  /// The rules of a whole document; empty when it has none. Refuses with a `Fault`.
  ///
  /// @param form the side of the same document that is asked
  public static Optional<Scoring> read(JsonNode document, Definition form) {
    return document.has("scoring")
        ? Optional.of(scoring(new Fields(document.path("scoring"), "scoring"), form))
        : Optional.empty();
  }

  private static Scoring scoring(Fields from, Definition form) {
    Map<String, Rule> rules = rules(from.in("rules"), form);
    List<ScoreNode> nodes = ReadNodes.of(from.in("nodes"), rules.keySet());
    Set<String> names = nodes.stream().map(ScoreNode::name).collect(Collectors.toSet());
    int decimals = from.node().path("decimals").asInt(2);
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw from.fault("'decimals' is from 0 to " + MOST_DECIMALS);
    }
    return new Scoring(
        from.in("states").effects(),
        rules,
        nodes,
        node(from, "root", names),
        decimals,
        from.is("ranked", true),
        from.in("bands").elements().stream().map(cuts -> cuts(cuts, names)).toList(),
        from.has("typology") ? typology(from.in("typology"), names) : null);
  }

  private static Map<String, Rule> rules(Fields from, Definition form) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    from.members().forEach((name, rule) -> rules.put(name, rule(name, rule, form)));
    if (rules.isEmpty()) {
      throw from.fault("there are no rules");
    }
    return Collections.unmodifiableMap(rules);
  }

  private static Rule rule(String name, Fields from, Definition form) {
    String perspective = from.word("perspective");
    if (perspective != null && !PERSPECTIVES.contains(perspective)) {
      throw from.fault("there is no perspective '" + perspective + "'");
    }
    return new Rule(
        name,
        new ReadMeasure(form, null).of(from),
        from.text("label"),
        from.in("states").effects(),
        perspective,
        from.word("mirrors"),
        from.text("norm"),
        from.is("evidence", false));
  }

  private static String node(Fields from, String name, Set<String> names) {
    String node = from.needed(name);
    if (!names.contains(node)) {
      throw from.fault("'" + name + "' names no node: '" + node + "'");
    }
    return node;
  }

  private static Cuts cuts(Fields from, Set<String> names) {
    List<Band> bands = new ArrayList<>();
    for (Fields band : from.in("bands").elements()) {
      boolean isAbove = band.has("above");
      BigDecimal at = band.number(isAbove ? "above" : "from");
      if (isOutOfOrder(bands, at)) {
        throw band.fault("bands go from the highest to the lowest");
      }
      bands.add(new Band(band.needed("name"), band.neededText("label"), at, isAbove));
    }
    return new Cuts(node(from, "of", names), List.copyOf(bands));
  }

  private static boolean isOutOfOrder(List<Band> bands, @Nullable BigDecimal at) {
    if (bands.isEmpty()) {
      return false;
    }
    BigDecimal before = bands.getLast().from();
    return before == null || (at != null && at.compareTo(before) >= 0);
  }

  private static Typology typology(Fields from, Set<String> names) {
    Map<String, LocalText> kinds = new LinkedHashMap<>();
    for (String kind : from.in("kinds").members().keySet()) {
      kinds.put(kind, from.in("kinds").neededText(kind));
    }
    if (!kinds.keySet().equals(KINDS)) {
      throw new Fault(
          from.where() + "/kinds", "it names each of " + KINDS.stream().sorted().toList());
    }
    return new Typology(
        node(from, "x", names),
        from.in("cutX").number(),
        node(from, "y", names),
        from.in("cutY").number(),
        Map.copyOf(kinds));
  }
}
