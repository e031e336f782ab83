package cabildo.instruments.editing;

import cabildo.instruments.Choice;
import cabildo.instruments.Definition;
import cabildo.instruments.Group;
import cabildo.instruments.Instrument;
import cabildo.instruments.Item;
import cabildo.instruments.Node;
import cabildo.instruments.Version;
import cabildo.instruments.scoring.ReadScoring;
import cabildo.instruments.scoring.Rule;
import cabildo.instruments.scoring.ScoreNode;
import cabildo.instruments.scoring.Scoring;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A version as it is read by people.
///
/// @param scoring absent when answers are not scored
/// @param asked how many items a person answers
public record VersionPage(
    Instrument instrument,
    Version version,
    Definition definition,
    @Nullable Scoring scoring,
    long asked) {

  /// Refuses with a `ReadDefinition.Fault` what cannot be asked or scored.
  static VersionPage of(Instrument instrument, Version version, Definition definition) {
    long asked =
        definition.items().stream().filter(placed -> placed.item().type().isAsked()).count();
    Scoring scoring = ReadScoring.read(version.definition(), definition).orElse(null);
    return new VersionPage(instrument, version, definition, scoring, asked);
  }

  /// The score first, and what it gathers after it.
  public List<ScoreNode> nodes() {
    return scoring == null ? List.of() : scoring.nodes().reversed();
  }

  public boolean isNode(String name) {
    return scoring != null && scoring.node(name).isPresent();
  }

  /// What a rule or node is called: its own words, else those of the item that it measures.
  public @Nullable LocalText called(String name) {
    if (scoring == null) {
      return null;
    }
    Rule rule = scoring.rules().get(name);
    if (rule == null) {
      return scoring.node(name).map(ScoreNode::label).orElse(null);
    }
    return rule.label() != null
        ? rule.label()
        : rule.measure()
            .items()
            .findFirst()
            .flatMap(definition::find)
            .map(placed -> placed.item().label())
            .orElse(null);
  }

  /// A weight as a percentage without needless zeros: `30`, `12.5`.
  public static String percent(BigDecimal weight) {
    return weight
        .movePointRight(2)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  public String path() {
    return instrument.path() + "/versions/" + version.number();
  }

  /// Items that stand outside every section.
  public List<Node> loose() {
    return definition.children().stream().filter(Item.class::isInstance).toList();
  }

  public List<Group> sections() {
    return groups(definition.children());
  }

  public static List<Group> groups(List<Node> nodes) {
    return nodes.stream().filter(Group.class::isInstance).map(Group.class::cast).toList();
  }

  public List<Choice> choices(Item item) {
    return definition.choicesOf(item);
  }

  /// Columns of a choice, without the filters' order mattering.
  public static Map<String, String> columns(Choice choice) {
    return new TreeMap<>(choice.columns());
  }

  /// A text in the languages other than the one it is shown in.
  ///
  /// @param text absent for what has none
  public List<LocalText.Reading> others(@Nullable LocalText text, Lang lang) {
    if (text == null) {
      return List.of();
    }
    Lang shown = text.in(lang).lang();
    return definition.languages().stream()
        .filter(other -> !other.equals(shown) && text.texts().containsKey(other.code()))
        .map(text::in)
        .toList();
  }
}
