package cabildo.commitments;

import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A milestone of March 2022 (1 to 31), to be told what is known of it.
record Known(
    @Nullable LocalDate startedOn,
    @Nullable Outcome outcome,
    @Nullable LocalDate closedOn,
    int reports,
    @Nullable LocalDate reportedOn,
    @Nullable LocalDate advancedOn,
    @Nullable Integer percent,
    int evidence) {
  static final LocalDate STARTS = LocalDate.parse("2022-03-01");
  static final LocalDate ENDS = LocalDate.parse("2022-03-31");

  static Known nothing() {
    return new Known(null, null, null, 0, null, null, null, 0);
  }

  Known started(String day) {
    return new Known(
        LocalDate.parse(day),
        outcome,
        closedOn,
        reports,
        reportedOn,
        advancedOn,
        percent,
        evidence);
  }

  /// A report that brings an advance.
  Known reported(String day, @Nullable Integer percent) {
    LocalDate on = LocalDate.parse(day);
    return new Known(startedOn, outcome, closedOn, reports + 1, on, on, percent, evidence);
  }

  /// A report that says the same as the one before.
  Known reportedAgain(String day) {
    return new Known(
        startedOn,
        outcome,
        closedOn,
        reports + 1,
        LocalDate.parse(day),
        advancedOn,
        percent,
        evidence);
  }

  Known done(String day) {
    return new Known(
        startedOn,
        Outcome.DONE,
        LocalDate.parse(day),
        reports,
        reportedOn,
        advancedOn,
        percent,
        Math.max(1, evidence));
  }

  Known cancelled(String day) {
    return new Known(
        startedOn,
        Outcome.CANCELLED,
        LocalDate.parse(day),
        reports,
        reportedOn,
        advancedOn,
        percent,
        evidence);
  }

  MilestoneFacts on(String day) {
    return between(STARTS, ENDS, LocalDate.parse(day));
  }

  MilestoneFacts between(LocalDate from, LocalDate to, LocalDate asOf) {
    List<UUID> items = Stream.generate(Ids::next).limit(evidence).toList();
    return new MilestoneFacts(
        Ids.next(),
        Ids.next(),
        1,
        1,
        "a-1-1",
        LocalText.of(Lang.EN, "Minutes published"),
        from,
        to,
        startedOn,
        outcome,
        closedOn,
        reports,
        reportedOn,
        advancedOn,
        percent,
        items,
        asOf);
  }
}
