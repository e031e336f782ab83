package cabildo.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.web.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is typed, a form gives a valid value or says what is wrong, and never both.
class FormsPropertyTest {
  private static final LocalText NOTHING = LocalText.of(Lang.EN, "Nothing happened.");
  private static final MilestoneFacts KNOWN =
      Known.nothing().started("2022-03-02").reported("2022-03-10", 40).on("2022-03-20");

  @Property
  void aProgressReportIsValidOrRefused(
      @ForAll("typed") String day,
      @ForAll("typed") String percent,
      @ForAll("typed") String note,
      @ForAll("typed") String nothing,
      @ForAll("typed") String difficulties) {
    Form form =
        form(
            Map.of(
                "reportedOn", day,
                "percent", percent,
                "note", note,
                "nothing", nothing,
                "difficulties", difficulties));
    var value = ProgressForm.read(form, Lang.EN, KNOWN, NOTHING);
    assertThat(value.isEmpty()).isEqualTo(form.isFaulty());
    value.ifPresent(report -> {
      assertThat(report.reportedOn())
          .isBetween(LocalDate.parse("2022-03-02"), LocalDate.parse("2022-03-20"));
      assertThat(report.percent() == null || (report.percent() >= 0 && report.percent() <= 100))
          .isTrue();
      assertThat(report.difficulties() != null).isEqualTo(!difficulties.isBlank());
    });
    assertThat(form.value("note")).isEqualTo(note);
  }

  @Property
  void aClosingIsValidOrRefused(
      @ForAll("typed") String outcome, @ForAll("typed") String day, @ForAll("typed") String text) {
    Form form = form(Map.of("outcome", outcome, "closedOn", day, "closingText", text));
    var value = ClosureForm.read(form, Lang.EN, KNOWN);
    assertThat(value.isEmpty()).isEqualTo(form.isFaulty());
    value.ifPresent(closing -> {
      // Without evidence nothing can be done, only cancelled.
      assertThat(closing.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(closing.closedOn()).isBeforeOrEqualTo("2022-03-20");
    });
  }

  @Property
  void aStartIsValidOrRefused(@ForAll("typed") String day) {
    Form form = form(Map.of("startedOn", day));
    assertThat(StartForm.read(form, LocalDate.parse("2022-03-20")).isEmpty())
        .isEqualTo(form.isFaulty());
  }

  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            " ",
            "yes",
            "done",
            "cancelled",
            "2022-03-15",
            "2022-03-01",
            "2022-03-21",
            "2022-02-30",
            "0",
            "40",
            "41",
            "100",
            "101",
            "-0",
            "+5",
            "１２",
            "Minutes signed."),
        Arbitraries.strings().excludeChars('\0', '\r').ofMaxLength(40),
        Arbitraries.strings().alpha().ofMinLength(3990).ofMaxLength(4010));
  }

  private static Form form(Map<String, String> typed) {
    Map<String, List<String>> parameters = new java.util.LinkedHashMap<>();
    typed.forEach((name, value) -> parameters.put(name, List.of(value)));
    return Form.typed(parameters);
  }
}
