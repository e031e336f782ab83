package cabildo.commitments;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Period;
import cabildo.text.Dates;
import cabildo.web.Form;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far a milestone has come.
///
/// That nothing happened is said by a check box, and then needs no note. What is behind the
/// calendar or past its planned end on the reported day needs its difficulties.
final class ProgressForm {
  private static final int MOST_CHARACTERS = 4000;

  private ProgressForm() {}

  record Value(
      LocalDate reportedOn,
      @Nullable Integer percent,
      LocalText note,
      @Nullable LocalText difficulties) {}

  /// @param nothing the sentence that stands for a period in which nothing happened
  static Optional<Value> read(Form form, Lang lang, MilestoneFacts known, LocalText nothing) {
    LocalDate reportedOn = reportedOn(form, lang, known);
    Integer percent = form.optionalWholeNumber("percent", 0, 100).orElse(null);
    Optional<String> note = form.optionalText("note", MOST_CHARACTERS);
    boolean nothingHappened = form.chose("nothing", "yes");
    if (note.isEmpty() && !nothingHappened) {
      form.refuse("note", "commitments.progress.noteNeeded");
    }
    if (nothingHappened && isAdvance(percent, known)) {
      form.refuse("percent", "commitments.progress.nothingButMore");
    }
    Optional<String> difficulties = form.optionalText("difficulties", MOST_CHARACTERS);
    if (difficulties.isEmpty() && !form.isFaulty() && isBehind(known, reportedOn, percent)) {
      form.refuse("difficulties", "commitments.progress.difficultiesNeeded");
    }
    return form.valid(_ ->
        new Value(
            reportedOn,
            percent,
            note.map(text -> LocalText.of(lang, text)).orElse(nothing),
            difficulties.map(text -> LocalText.of(lang, text)).orElse(null)));
  }

  private static LocalDate reportedOn(Form form, Lang lang, MilestoneFacts known) {
    LocalDate reportedOn =
        form.date("reportedOn", "commitments.progress.dateNeeded").orElse(LocalDate.MIN);
    LocalDate startedOn = known.startedOn();
    if (reportedOn.isAfter(known.asOf())) {
      form.refuse("reportedOn", "commitments.dateInFuture");
    } else if (startedOn != null
        && form.fault("reportedOn") == null
        && reportedOn.isBefore(startedOn)) {
      form.refuse("reportedOn", "commitments.dateBeforeStart", Dates.day(lang, startedOn));
    }
    return reportedOn;
  }

  private static boolean isAdvance(@Nullable Integer percent, MilestoneFacts known) {
    Integer before = known.reportedPercent();
    return percent != null && percent > (before == null ? 0 : before);
  }

  /// Past its planned end, or more than the tolerated points below the calendar, on the reported
  /// day. Without a new percentage the last one holds.
  static boolean isBehind(MilestoneFacts known, LocalDate reportedOn, @Nullable Integer percent) {
    Integer actual = percent == null ? known.reportedPercent() : percent;
    int expected =
        new Period(known.plannedStartOn(), known.plannedEndOn()).elapsedPercent(reportedOn);
    return reportedOn.isAfter(known.plannedEndOn())
        || (actual != null && expected > actual + Timeliness.TOLERATED_POINTS);
  }
}
