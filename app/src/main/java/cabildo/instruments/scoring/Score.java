package cabildo.instruments.scoring;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one unit comes to: each rule and each node by name.
public record Score(Scoring scoring, Map<String, Part> parts) {

  /// @param value absent when it is missing
  /// @param why of a rule: why it has no answer, even where that counts as zero
  /// @param applicable rules beneath it that concern the unit
  /// @param answered those of them that have an answer
  /// @param dropped rules beneath it whose weight the others share
  /// @param blocking rules without which there is no value
  public record Part(
      String name,
      @Nullable BigDecimal value,
      @Nullable Absence why,
      Set<String> applicable,
      Set<String> answered,
      Set<String> dropped,
      Set<String> blocking) {

    /// Whether it is left out and others share its weight.
    public boolean isDropped() {
      return value == null && blocking.isEmpty();
    }
  }

  /// With working days counted from Monday to Friday.
  public static Score of(Scoring scoring, Answers answers) {
    return of(scoring, answers, DayCount.weekdays());
  }

  public static Score of(Scoring scoring, Answers answers, DayCount working) {
    Map<String, Part> parts = new LinkedHashMap<>();
    scoring.rules().forEach((name, rule) -> parts.put(name, part(scoring, rule, answers, working)));
    return of(scoring, parts);
  }

  /// Of rules that were measured before.
  static Score of(Scoring scoring, Map<String, Part> measured) {
    Map<String, Part> parts = new LinkedHashMap<>(measured);
    for (ScoreNode node : scoring.nodes()) {
      parts.put(node.name(), Gather.of(node, parts));
    }
    return new Score(scoring, parts);
  }

  private static Part part(Scoring scoring, Rule rule, Answers answers, DayCount working) {
    var observe = new Observe(working, why -> scoring.effect(rule, why));
    return switch (observe.of(rule.measure(), answers)) {
      case Observed.Value(BigDecimal number) -> measured(rule.name(), number);
      case Observed.Missing(Absence why) -> missing(scoring, rule, why);
    };
  }

  static Part measured(String name, BigDecimal number) {
    Set<String> self = Set.of(name);
    return new Part(name, number, null, self, self, Set.of(), Set.of());
  }

  static Part leftOut(String name) {
    return new Part(name, null, null, Set.of(), Set.of(), Set.of(name), Set.of());
  }

  private static Part missing(Scoring scoring, Rule rule, Absence why) {
    Set<String> self = Set.of(rule.name());
    Set<String> applicable = why == Absence.NOT_APPLICABLE ? Set.of() : self;
    return switch (scoring.effect(rule, why)) {
      case ZERO ->
          new Part(rule.name(), BigDecimal.ZERO, why, applicable, Set.of(), Set.of(), Set.of());
      case DROP -> new Part(rule.name(), null, why, applicable, Set.of(), self, Set.of());
      case BLOCK -> new Part(rule.name(), null, why, applicable, Set.of(), Set.of(), self);
    };
  }

  public Part part(String name) {
    return Optional.ofNullable(parts.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no rule or node is named " + name));
  }

  public Optional<BigDecimal> value(String name) {
    return Optional.ofNullable(part(name).value());
  }

  /// The score itself.
  public Part root() {
    return part(scoring.root());
  }

  public Optional<Scoring.Band> band(Scoring.Cuts cuts) {
    return value(cuts.of()).flatMap(cuts::of);
  }

  /// The kind in the typology: `high_low`; none without both values.
  public Optional<String> kind() {
    Scoring.Typology typology = scoring.typology();
    return typology == null
        ? Optional.empty()
        : value(typology.x()).flatMap(x -> value(typology.y()).map(y -> typology.kind(x, y)));
  }

  /// Rules below a full mark: what a second round of monitoring looks at again.
  public Map<String, BigDecimal> belowFull() {
    Map<String, BigDecimal> below = new LinkedHashMap<>();
    for (String name : scoring.rules().keySet()) {
      value(name)
          .filter(one -> one.compareTo(BigDecimal.ONE) < 0)
          .ifPresent(one -> below.put(name, one));
    }
    return below;
  }
}
