package cabildo.studies.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.instruments.Definition;
import cabildo.instruments.PlacedItem;
import cabildo.instruments.ReadDefinition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExcelDamageTest {
  private static final Definition FORM =
      ReadDefinition.read(
          """
          {"title": {"es": "x"}, "languages": ["es"],
           "choices": {"state": [{"name": "09", "label": {"es": "CDMX"}},
                                 {"name": "1-2", "label": {"es": "Una o dos"}}]},
           "items": [
             {"name": "day", "type": "date"}, {"name": "age", "type": "integer"},
             {"name": "text", "type": "text"}, {"name": "share", "type": "decimal"},
             {"name": "state", "type": "select_one", "choices": "state"}]}
          """);

  @Test
  void datesAreNamedWithWhatTheySeemToBe() {
    assertThat(damage("day", "44712"))
        .contains(new ExcelDamage("days", List.of("44712", "2022-05-31")));
    assertThat(damage("day", "31/05/2022"))
        .contains(new ExcelDamage("dayMonthYear", List.of("31/05/2022", "2022-05-31")));
    assertThat(damage("day", "05/06/2022").orElseThrow().key()).isEqualTo("whichMonth");
    assertThat(damage("day", "31-may-22").orElseThrow().key()).isEqualTo("dateInWords");
    assertThat(damage("day", "2022-05-31")).isEmpty();
  }

  @Test
  void whatBecameADateIsNamed() {
    for (String cell : List.of("2-ene", "Jan-02", "01/02/2022", "1 feb", "3-dic-2022")) {
      assertThat(damage("state", cell).orElseThrow().key()).as(cell).isEqualTo("becameADate");
      assertThat(damage("age", cell).orElseThrow().key()).as(cell).isEqualTo("becameADate");
      assertThat(damage("text", cell)).as("free text may say so").isEmpty();
    }
    assertThat(damage("state", "1-2")).as("it is a choice").isEmpty();
  }

  @Test
  void lostDigitsAndZerosAreNamed() {
    assertThat(damage("text", "1.23457E+15").orElseThrow().key()).isEqualTo("digits");
    assertThat(damage("text", "1,23457e+20").orElseThrow().key()).isEqualTo("digits");
    assertThat(damage("text", "1234567890123450").orElseThrow().key()).isEqualTo("digits");
    assertThat(damage("share", "1.5E3")).isEmpty();
    assertThat(damage("state", "9")).contains(new ExcelDamage("lostZero", List.of("9", "09")));
    assertThat(damage("state", "#¡VALOR!").orElseThrow().key()).isEqualTo("error");
    assertThat(damage("age", "#####").orElseThrow().key()).isEqualTo("error");
  }

  private static Optional<ExcelDamage> damage(String path, String cell) {
    PlacedItem placed = FORM.find(path).orElseThrow();
    return ExcelDamage.of(cell, placed.item(), FORM.choicesOf(placed.item()));
  }
}
