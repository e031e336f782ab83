package cabildo.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.instruments.Filling.Kind;
import cabildo.kernel.Lang;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FillingTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-15T12:00:00-06:00");

  private static final String FORM =
      """
      {"title": {"es": "Prueba"}, "languages": ["es", "en"],
       "choices": {
         "yes_no": [{"name": "yes", "label": {"es": "Sí"}}, {"name": "no", "label": {"es": "No"}}],
         "state": [{"name": "15", "label": {"es": "México"}}, {"name": "21", "label": {"es": "Puebla"}}],
         "town": [
           {"name": "toluca", "label": {"es": "Toluca"}, "columns": {"state": "15"}},
           {"name": "puebla", "label": {"es": "Puebla"}, "columns": {"state": "21"}}]},
       "items": [
         {"name": "who", "label": {"es": "Usted"}, "items": [
           {"name": "age", "type": "integer", "required": "true()", "constraint": ". >= 18 and . < 120",
            "constraintMessage": {"es": "De 18 a 119"}},
           {"name": "state", "type": "select_one", "choices": "state"},
           {"name": "town", "type": "select_one", "choices": "town", "choiceFilter": "state = ${state}"}]},
         {"name": "asked", "type": "select_one", "choices": "yes_no", "relevant": "${age} >= 18"},
         {"name": "requests", "relevant": "${asked} = 'yes'", "repeat": {}, "items": [
           {"name": "days", "type": "integer", "required": "true()"},
           {"name": "slow", "type": "calculate", "calculation": "if(${days} > 15, 'yes', 'no')"},
           {"name": "why", "type": "text", "relevant": "${slow} = 'yes'", "required": "true()"}]},
         {"name": "total", "type": "calculate", "calculation": "sum(${days})"},
         {"name": "count", "type": "calculate", "calculation": "count(${requests})"}]}
      """;

  private final CompiledForm form = CompiledForm.of(ReadDefinition.read(FORM));

  @Test
  void whatIsNotRelevantIsNeitherAskedNorKept() {
    Filling filling = fill("who/age", "40", "asked", "no", "requests[1]/days", "9");
    assertThat(filling.isRelevant("requests[1]/days")).isFalse();
    assertThat(filling.answers()).containsOnlyKeys("who/age", "asked", "total", "count");
    assertThat(filling.value("total")).isEqualTo("0");
    assertThat(filling.faults()).isEmpty();
  }

  @Test
  void calculationsFollowAnswersThroughTheTurnsOfARepeat() {
    Filling filling =
        fill(
            "who/age",
            "40",
            "asked",
            "yes",
            "requests[1]/days",
            "9",
            "requests[2]/days",
            "20",
            "requests[2]/why",
            "sin respuesta");
    assertThat(filling.value("requests[1]/slow")).isEqualTo("no");
    assertThat(filling.value("requests[2]/slow")).isEqualTo("yes");
    assertThat(filling.isRelevant("requests[1]/why")).isFalse();
    assertThat(filling.value("total")).isEqualTo("29");
    assertThat(filling.value("count")).isEqualTo("2");
    assertThat(filling.faults()).isEmpty();
  }

  @Test
  void everyFaultNamesItsPlaceAndKind() {
    Filling filling =
        fill(
            "who/age",
            "12",
            "who/state",
            "15",
            "who/town",
            "puebla",
            "nothing",
            "x",
            "asked",
            "perhaps");
    assertThat(filling.faults())
        .extracting(Filling.Fault::path, Filling.Fault::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("who/age", Kind.CONSTRAINT),
            org.assertj.core.groups.Tuple.tuple("who/town", Kind.CHOICE),
            org.assertj.core.groups.Tuple.tuple("nothing", Kind.UNKNOWN_ITEM));
    assertThat(fill().faults())
        .extracting(Filling.Fault::path, Filling.Fault::kind)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("who/age", Kind.REQUIRED));
    assertThat(fill("who/age", "doce").faults())
        .extracting(Filling.Fault::kind)
        .containsExactly(Kind.TYPE);
  }

  @Test
  void choicesAreFilteredByOtherAnswers() {
    Filling filling = fill("who/state", "21");
    assertThat(filling.choices("who/town")).extracting(Choice::name).containsExactly("puebla");
  }

  @Test
  void aConditionThatWaitsForItselfIsRefusedByName() {
    String form =
        """
        {"title": {"es": "Círculo"}, "languages": ["es"], "items": [
          {"name": "a", "type": "text", "relevant": "${b} = '1'"},
          {"name": "b", "type": "text", "relevant": "${a} = '1'"}]}
        """;
    assertThatThrownBy(() -> CompiledForm.of(ReadDefinition.read(form)))
        .hasMessage("items/a: it waits for itself: a → b");
  }

  @Test
  void anExpressionThatCannotBeReadIsRefusedWithItemFieldAndPlace() {
    assertThatThrownBy(() -> CompiledForm.of(ReadDefinition.read(one("${nada} = 1"))))
        .hasMessage("items/a, relevant: there is no question 'nada'");
    assertThatThrownBy(() -> CompiledForm.of(ReadDefinition.read(one("1 + "))))
        .hasMessage("items/a, relevant: character 4: the expression ends too early");
    assertThatThrownBy(() -> CompiledForm.of(ReadDefinition.read(one("pulldata('x', 'y')"))))
        .hasMessage("items/a, relevant: character 1: there is no function 'pulldata' here");
  }

  private static String one(String relevant) {
    return """
    {"title": {"es": "Uno"}, "languages": ["es"],
     "items": [{"name": "a", "type": "text", "relevant": "%s"}]}
    """
        .formatted(relevant);
  }

  private Filling fill(String... answers) {
    Map<String, String> given = new java.util.HashMap<>();
    for (int i = 0; i < answers.length; i += 2) {
      given.put(answers[i], answers[i + 1]);
    }
    return Filling.of(form, given, NOW, Lang.ES);
  }
}
