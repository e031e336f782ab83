package cabildo.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.springframework.core.io.ClassPathResource;

/// A definition is read whole or refused with its place and reason; nothing else comes of it.
class ReadFormDefinitionTest {
  private static String shipped() {
    try {
      return new ClassPathResource("definitions/forms/end-of-commitment.v2.json")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void refuses(String what, String with, String sentence) {
    assertThatThrownBy(() -> ReadFormDefinition.read(shipped().replaceFirst(what, with)))
        .isInstanceOf(ReadFormDefinition.Fault.class)
        .hasMessageContaining(sentence);
  }

  @Example
  void theShippedFormAsksEveryFieldOfTheForm() {
    assertThat(ReadFormDefinition.read(shipped()).questions())
        .extracting(FormDefinition.Question::id)
        .contains(
            "q1_1",
            "q1_1_explanation",
            "q1_2",
            "q1_3",
            "q1_3_explanation",
            "q1_3_evidence",
            "q2_1_1",
            "q2_1_1_degree",
            "q2_1_1_narrative",
            "q2_1_2",
            "q2_1_3",
            "q2_2",
            "q2_2_explanation",
            "q3");
  }

  @Example
  void whatCannotBeAskedIsRefusedWithItsPlace() {
    refuses(
        "\"type\": \"choice\"", "\"type\": \"guess\"", "question q1_1: there is no type 'guess'");
    refuses("\"id\": \"q1_2\"", "\"id\": \"q1_1\"", "the id is used twice");
    refuses("\"is\": \"yes\"", "\"is\": \"perhaps\"", "'perhaps' is no option of 'q2_1_1'");
    refuses("\"version\": 2", "\"version\": 0", "'version' must be a whole number");
    refuses("\"effectiveOn\": \"2024-01-01\"", "\"effectiveOn\": \"soon\"", "must be a date");
    refuses("\\{", "{{", "line 1");
  }

  @Property(tries = 300)
  void aDamagedDefinitionIsAFaultOrADefinition(
      @ForAll @IntRange(max = 25_000) int from, @ForAll @IntRange(min = 1, max = 40) int length) {
    String text = shipped();
    int start = from % text.length();
    String damaged =
        text.substring(0, start) + text.substring(Math.min(text.length(), start + length));
    try {
      assertThat(ReadFormDefinition.read(damaged).sections()).isNotEmpty();
    } catch (ReadFormDefinition.Fault fault) {
      assertThat(fault).hasMessageContaining(":");
    }
  }

  @Property(tries = 300)
  void anyTextAtAllIsAFaultOrADefinition(@ForAll String text) {
    try {
      ReadFormDefinition.read(text);
    } catch (ReadFormDefinition.Fault fault) {
      assertThat(fault.getMessage()).isNotBlank();
    }
  }
}
