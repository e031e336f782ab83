package cabildo.studies.requests;

import cabildo.kernel.LocalText;
import cabildo.studies.WorkCalendar;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One request to one municipality.
///
/// @param number of its template
/// @param place the name of the municipality
/// @param answer what came back, without anything by which the asker can be known
/// @param codings how many have judged it
public record Request(
    UUID id,
    UUID templateId,
    int number,
    String topic,
    UUID territoryId,
    LocalText place,
    String code,
    UUID personaId,
    Channel channel,
    @Nullable LocalDate sentOn,
    @Nullable LocalDate acknowledgedOn,
    @Nullable LocalDate answeredOn,
    @Nullable String answer,
    int revision,
    int codings) {

  /// The last day of its legal term; absent until it is sent.
  public @Nullable LocalDate dueOn(WorkCalendar calendar, int termDays) {
    return sentOn == null ? null : calendar.after(sentOn, termDays);
  }

  /// Working days from sending to the answer; absent without one.
  public @Nullable Integer days(WorkCalendar calendar) {
    return sentOn == null || answeredOn == null ? null : calendar.between(sentOn, answeredOn);
  }

  /// Whether the term has run out without an answer, or the answer came after it.
  public boolean isOverdue(WorkCalendar calendar, int termDays, LocalDate today) {
    LocalDate due = dueOn(calendar, termDays);
    return due != null && (answeredOn == null ? today : answeredOn).isAfter(due);
  }
}
