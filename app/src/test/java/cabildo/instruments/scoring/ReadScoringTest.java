package cabildo.instruments.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.db.Json;
import cabildo.instruments.ReadDefinition;
import cabildo.instruments.ReadDefinition.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadScoringTest {
  private static final String DOCUMENT =
      """
      {"title": {"es": "Prueba"}, "languages": ["es"],
       "choices": {
         "yes_no": [{"name": "yes", "label": {"es": "Sí"}, "columns": {"score": "1"}},
                    {"name": "no", "label": {"es": "No"}, "columns": {"score": "0"}}],
         "plain": [{"name": "a", "label": {"es": "A"}}]},
       "items": [
         {"name": "ask", "type": "select_one", "choices": "yes_no", "label": {"es": "¿?"}},
         {"name": "bare", "type": "select_one", "choices": "plain", "label": {"es": "¿?"}},
         {"name": "days", "type": "integer", "label": {"es": "¿?"}},
         {"name": "turns", "repeat": true, "label": {"es": "Vueltas"}, "items": [
           {"name": "days", "type": "integer", "label": {"es": "¿?"}}]}],
       "scoring": {"root": "all", "rules": {"r": <rule>, "s": {"item": "ask"}}, "nodes": {<nodes>}}}
      """;
  private static final String RULE = "{'item': 'ask'}";
  private static final String NODE = "'all': {'weights': 'equal', 'children': [{'of': 'r'}]}";

  @Test
  void aRuleOfAChoiceTakesItsNumbersFromTheList() {
    Scoring scoring = read(RULE, NODE);
    assertThat(scoring.rules().get("r")).isNotNull();
    assertThat(scoring.rules().values().iterator().next().measure())
        .isInstanceOfSatisfying(
            Measure.Table.class, table -> assertThat(table.values()).containsOnlyKeys("yes", "no"));
  }

  @Test
  void aDocumentWithoutRulesHasNone() {
    var document =
        Json.read("{\"title\": {\"es\": \"x\"}, \"languages\": [\"es\"], \"items\": []}");
    assertThat(ReadScoring.read(document, ReadDefinition.read(document))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'item': 'gone'}                                        | no item 'gone'
          {'item': 'bare'}                                        | 'a' has neither score nor state
          {'item': 'days'}                                        | is of type integer
          {'item': 'ask', 'values': {'yes': '1'}}                 | 'no' has no value
          {'item': 'ask', 'values': {'yes': '1', 'no': 'x'}}      | 'x' is no decimal number
          {'item': 'ask', 'values': {'yes':1,'no':0,'z':0}}       | no choices [z]
          {'measure': 'guess'}                                    | no measure 'guess'
          {'measure': 'number', 'item': 'days'}                   | needs points
          {'measure':'number','item':'days','points':[[2,1],[1,0]]} | smallest number to the largest
          {'measure': 'number', 'item': 'days', 'points': [[2]]}  | a point is a pair
          {'measure': 'number', 'item': 'turns/days', 'points': [[2,1]]} | needs the measure 'repeated'
          {'measure': 'repeated', 'group': 'ask', 'each': {}}     | no repeated group
          {'measure': 'graded', 'item': 'days', 'max': 0}         | must be above zero
          {'measure': 'parts', 'parts': []}                       | has no parts
          {'item': 'ask', 'states': {'asleep': 'drop'}}           | 'asleep' is none of
          {'item': 'ask', 'states': {'refused': 'ignore'}}        | 'ignore' is none of
          {'item': 'ask', 'perspective': 'moon'}                  | no perspective 'moon'
          """)
  void aRuleThatCannotBeTakenIsRefusedWithPlaceAndReason(String rule, String reason) {
    assertThatThrownBy(() -> read(rule, NODE))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("scoring/rules/r")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'all': {'children': [{'of': 'r', 'weight': '0.9'}]}       | sum to 0.9 and not to 1
          'all': {'children': [{'of': 'r'}]}                        | needs a weight
          'all': {'weights': 'points', 'points': 5, 'children': [{'of': 'r', 'weight': 4}]} | not to 5
          'all': {'weights': 'equal', 'children': [{'of': 'q'}]}    | no rule or node 'q'
          'all': {'weights': 'equal', 'children': []}               | gathers nothing
          'all': {'weights': 'equal', 'children': [{'of': 'r'}, {'of': 'r'}]} | 'r' is there twice
          'all': {'weights': 'equal', 'children': [{'of': 'all'}]}  | in a circle: all
          'all': {'how': 'minimum', 'weights': 'fixed', 'children': [{'of': 'r'}]} | takes no weights
          'all': {'how': 'magic', 'children': [{'of': 'r'}]}        | 'magic' is none of
          'r': {'weights': 'equal', 'children': [{'of': 's'}]}      | a rule has the same name
          'all': {'children': [{'of': 'r', 'weight': '2'}, {'of': 's', 'weight': '-1'}]} | not below zero
          'all': {'how': 'zscore', 'weights': 'equal', 'children': [{'of': 'r', 'base': {'mean': 0, 'deviation': 0}}]} | above zero
          'one': {'weights': 'equal', 'children': [{'of': 'r'}]}    | 'root' names no node: 'all'
          """)
  void aNodeThatDoesNotAddUpIsRefusedWithPlaceAndReason(String nodes, String reason) {
    assertThatThrownBy(() -> read(RULE, nodes))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("scoring")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opening-institutions",
        "metrica-2017",
        "cimtra-like",
        "ebt-like",
        "open-data-index-like",
        "ita-like",
        "anac-like"
      })
  void everyShippedRuleSetIsWhole(String slug) {
    Scoring scoring = ShippedRules.of(slug);
    assertThat(scoring.nodes()).extracting(ScoreNode::name).contains(scoring.root());
    assertThat(scoring.nodes()).allSatisfy(node -> assertThat(node.label()).isNotNull());
  }

  private static Scoring read(String rule, String nodes) {
    String document = DOCUMENT.replace("<rule>", rule).replace("<nodes>", nodes);
    return ShippedRules.of(Json.read(document.replace('\'', '"')));
  }
}
