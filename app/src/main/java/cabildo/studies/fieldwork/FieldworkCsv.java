package cabildo.studies.fieldwork;

import cabildo.kernel.Lang;
import cabildo.studies.submissions.Arrivals.Arrival;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The console's tables as RFC 4180 text. What is not known is an empty cell, never zero; each row
/// carries what it must not be used for.
final class FieldworkCsv {
  private static final String COUNTS_ONLY =
      "counts of answers, no estimate; volunteers are not a sample and fill no place of the plan";
  private static final String EXPECTED =
      "expected from counts and plan alone; an invitation unanswered for 14 days counts as lost";

  private FieldworkCsv() {}

  static String of(Lang lang, Coverage coverage) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "code",
            "name",
            "size_stratum",
            "population",
            "drawn",
            "planned_answers",
            "invitations",
            "answers",
            "rejected",
            "standing",
            "expected_margin",
            "volunteers",
            "caveat"));
    for (Place place : coverage.places()) {
      boolean drawn = place.isDrawn();
      rows.add(
          List.of(
              place.territory().code(),
              place.territory().name().in(lang).text(),
              cell(place.territory().sizeStratum()),
              String.valueOf(place.territory().population()),
              drawn ? "yes" : "no",
              drawn ? String.valueOf(place.planned()) : "",
              drawn ? String.valueOf(place.issued()) : "",
              drawn ? String.valueOf(place.answered()) : "",
              drawn ? String.valueOf(place.rejected()) : "",
              drawn ? place.standing().code() : "",
              share(place.margin()),
              String.valueOf(place.volunteers()),
              COUNTS_ONLY));
    }
    return text(rows);
  }

  static String ofDays(List<Arrival> arrivals) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("day", "stream", "mode", "arrived", "caveat"));
    for (Arrival one : arrivals) {
      rows.add(
          List.of(
              one.day().toString(),
              one.stream().code(),
              one.mode().code(),
              String.valueOf(one.n()),
              "received, whether it counts or not"));
    }
    return text(rows);
  }

  static String ofNext(List<NextInvitation> next) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "place",
            "unit",
            "code",
            "name",
            "planned_answers",
            "answers",
            "expected_answers",
            "expected_response_rate",
            "gain_per_invitation",
            "invitations_to_reach_plan",
            "caveat"));
    for (int i = 0; i < next.size(); i++) {
      NextInvitation one = next.get(i);
      rows.add(
          List.of(
              String.valueOf(i + 1),
              String.valueOf(one.unit().number()),
              one.unit().code(),
              one.unit().name(),
              String.valueOf(one.unit().planned()),
              String.valueOf(one.unit().answered()),
              String.format(Locale.ROOT, "%.1f", one.expected()),
              share(one.responseRate()),
              String.format(Locale.ROOT, "%.3g", one.gain()),
              String.valueOf(one.invitations()),
              EXPECTED));
    }
    return text(rows);
  }

  private static String share(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
  }

  private static String cell(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String text(List<List<String>> rows) {
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
