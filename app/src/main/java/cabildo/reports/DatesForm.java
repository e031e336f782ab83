package cabildo.reports;

import cabildo.web.Form;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the evaluators say of the time of their report.
record DatesForm(Reports.Dates dates, int seenVersion) {

  static Optional<DatesForm> read(Form form, LocalDate today) {
    Optional<LocalDate> from = form.date("periodFrom", "reports.dates.periodFromNeeded");
    Optional<LocalDate> to = form.date("periodTo", "reports.dates.periodToNeeded");
    Optional<LocalDate> assessed = form.date("assessedOn", "reports.dates.assessedNeeded");
    Optional<LocalDate> submitted = form.optionalDate("submittedOn");
    int version = form.optionalWholeNumber("version", 0, 1_000_000).orElse(0);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      form.refuse("periodTo", "reports.dates.backwards");
    }
    refuseFuture(form, "assessedOn", assessed, today);
    refuseFuture(form, "submittedOn", submitted, today);
    if (assessed.isPresent() && submitted.isPresent() && submitted.get().isBefore(assessed.get())) {
      form.refuse("submittedOn", "reports.dates.submittedTooEarly");
    }
    return form.valid(
        _ -> new DatesForm(new Reports.Dates(from, to, assessed, submitted), version));
  }

  private static void refuseFuture(
      Form form, String field, Optional<LocalDate> date, LocalDate today) {
    if (date.isPresent() && date.get().isAfter(today)) {
      form.refuse(field, "reports.dates.future");
    }
  }

  static Form filled(Report report) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("periodFrom", text(report.periodFrom()));
    values.put("periodTo", text(report.periodTo()));
    values.put("assessedOn", text(report.assessedOn()));
    values.put("submittedOn", text(report.submittedOn()));
    return Form.filled(values);
  }

  private static String text(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }
}
