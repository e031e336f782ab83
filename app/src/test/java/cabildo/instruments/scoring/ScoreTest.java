package cabildo.instruments.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private static final String DOCUMENT =
      """
      {"title": {"es": "Prueba"}, "languages": ["es"], "choices": {},
       "items": [
         {"name": "a", "type": "decimal", "label": {"es": "a"}},
         {"name": "b", "type": "decimal", "label": {"es": "b"}},
         {"name": "c", "type": "decimal", "label": {"es": "c"}}],
       "scoring": {"root": "all", "states": {"not_reported": "zero", "unanswered": "block"},
         "rules": {
           "a": {"measure": "imported", "item": "a"},
           "b": {"measure": "imported", "item": "b"},
           "c": {"measure": "imported", "item": "c", "states": {"unanswered": "drop"}}},
         "nodes": {"all": {<node>}}}}
      """;
  private static final String WEIGHTED =
      "'children': [{'of': 'a', 'weight': 0.5}, {'of': 'b', 'weight': 0.3}, "
          + "{'of': 'c', 'weight': 0.2}]";
  private static final String ALONE = "'children': [{'of': 'a'}, {'of': 'b'}, {'of': 'c'}]";

  @Test
  void aWeightedMeanIsExact() {
    assertThat(value(WEIGHTED, "0.1", "0.2", "0.3")).isEqualByComparingTo("0.17");
  }

  @Test
  void theOthersShareTheWeightOfWhatIsDropped() {
    Score score = score(WEIGHTED, Map.of("a", "0.4", "b", "0.8"), Map.of());
    assertThat(score.root().value()).isEqualByComparingTo("0.55");
    assertThat(score.root().dropped()).containsExactly("c");
    assertThat(score.root().answered()).containsExactlyInAnyOrder("a", "b");
    assertThat(score.root().applicable()).hasSize(3);
  }

  @Test
  void whatWasNotReportedIsZeroWhereTheRulesSaySoAndIsStillNoAnswer() {
    Score score = score(WEIGHTED, Map.of("a", "1", "c", "1"), Map.of("b", Absence.NOT_REPORTED));
    assertThat(score.root().value()).isEqualByComparingTo("0.7");
    assertThat(score.part("b").why()).isEqualTo(Absence.NOT_REPORTED);
    assertThat(score.root().answered()).doesNotContain("b");
  }

  @Test
  void withoutAnAnswerThatIsNeededThereIsNoScoreAndItsNameIsKnown() {
    Score score = score(WEIGHTED, Map.of("b", "1"), Map.of());
    assertThat(score.root().value()).isNull();
    assertThat(score.root().blocking()).containsExactly("a");
  }

  @Test
  void whereNothingAppliesThereIsNoScoreAndNothingIsAmiss() {
    Map<String, Absence> none = new HashMap<>();
    List.of("a", "b", "c").forEach(name -> none.put(name, Absence.NOT_APPLICABLE));
    Score.Part root = score(WEIGHTED, Map.of(), none).root();
    assertThat(root.isDropped()).isTrue();
    assertThat(root.why()).isEqualTo(Absence.NOT_APPLICABLE);
    assertThat(root.applicable()).isEmpty();
  }

  @Test
  void otherWaysToGatherGiveWhatTheyPromise() {
    assertThat(value("'how': 'minimum', " + ALONE, "0.5", "0.25", "1"))
        .isEqualByComparingTo("0.25");
    assertThat(value("'how': 'product', " + ALONE, "0.5", "0.5", "1")).isEqualByComparingTo("0.25");
    assertThat(value("'how': 'count', 'pass': 0.5, " + ALONE, "0.5", "0.4", "1"))
        .isEqualByComparingTo("2");
    assertThat(value("'how': 'percent', " + WEIGHTED, "1", "0", "0.5")).isEqualByComparingTo("60");
    assertThat(value("'how': 'geometric', 'weights': 'equal', " + ALONE, "0.5", "0.25", "0.125"))
        .isEqualByComparingTo("0.25");
    assertThat(value("'how': 'geometric', 'weights': 'equal', " + ALONE, "0", "1", "1"))
        .isEqualByComparingTo("0");
  }

  /// (.9 − .5)/.2 = 2 and (.4 − .5)/.1 = −1: their mean is .5.
  @Test
  void aZScoreIsTheDistanceFromTheBaseEdition() {
    String node =
        "'how': 'zscore', 'weights': 'equal', 'children': ["
            + "{'of': 'a', 'base': {'mean': 0.5, 'deviation': 0.2}},"
            + "{'of': 'b', 'base': {'mean': 0.5, 'deviation': 0.1}}]";
    assertThat(value(node, "0.9", "0.4", "1")).isEqualByComparingTo("0.5");
  }

  @Test
  void belowAGateTheNodeComesToNoMoreThanTheGateAllows() {
    String node = WEIGHTED + ", 'gates': [{'of': 'c', 'atLeast': 0.5, 'otherwise': 0.1}]";
    assertThat(value(node, "1", "1", "0.4")).isEqualByComparingTo("0.1");
    assertThat(value(node, "1", "1", "0.5")).isEqualByComparingTo("0.9");
  }

  @Test
  void aBonusAddsUpToTheCapAndWhatOnlyInformsNeverCounts() {
    String node =
        "'cap': 1, 'children': [{'of': 'a', 'weight': 1}, {'of': 'b', 'weight': 0},"
            + "{'of': 'c', 'weight': 0.1, 'bonus': true}]";
    assertThat(value(node, "0.8", "0", "1")).isEqualByComparingTo("0.9");
    assertThat(value(node, "1", "0", "1")).isEqualByComparingTo("1");
    assertThat(score(node, Map.of("a", "0.5"), Map.of()).root().value())
        .isEqualByComparingTo("0.5");
  }

  @Test
  void aRankIsShownWithTheRanksThatOtherChoicesWouldHaveGiven() {
    Map<String, Score> units =
        Map.of(
            "even", score(WEIGHTED, answers("0.6", "0.6", "0.6"), Map.of()),
            "uneven", score(WEIGHTED, answers("1", "0.5", "0.1"), Map.of()),
            "low", score(WEIGHTED, answers("0.1", "0.1", "0.1"), Map.of()));
    List<Sensitivity.Ranked> ranked =
        Sensitivity.of(units.values().iterator().next().scoring(), units);
    assertThat(ranked)
        .extracting(Sensitivity.Ranked::unit)
        .containsExactly("uneven", "even", "low");
    assertThat(ranked).extracting(Sensitivity.Ranked::best).containsExactly(1, 1, 3);
    assertThat(ranked).extracting(Sensitivity.Ranked::worst).containsExactly(2, 2, 3);
  }

  @Property(tries = 300)
  void whateverIsSentIsAScoreFromZeroToOneOrNone(
      @ForAll String a, @ForAll BigDecimal b, @ForAll int c) {
    Score score = score(WEIGHTED, answers(a, b.toPlainString(), String.valueOf(c)), Map.of());
    BigDecimal value = score.root().value();
    assertThat(value == null || (value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0))
        .isTrue();
    assertThat(score.root().blocking().isEmpty()).isEqualTo(value != null);
  }

  private static Map<String, String> answers(String a, String b, String c) {
    return Map.of("a", a, "b", b, "c", c);
  }

  private static BigDecimal value(String node, String a, String b, String c) {
    return score(node, answers(a, b, c), Map.of()).value("all").orElseThrow();
  }

  private static Score score(
      String node, Map<String, String> answers, Map<String, Absence> absences) {
    Scoring scoring =
        ShippedRules.of(Json.read(DOCUMENT.replace("<node>", node.replace('\'', '"'))));
    return Score.of(scoring, new Answers(answers, absences));
  }
}
