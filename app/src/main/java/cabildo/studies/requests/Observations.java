package cabildo.studies.requests;

import cabildo.studies.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the requests to one municipality showed, ready for an instrument: repeated observations,
/// which its rules reduce to a mean, a minimum or a share.
///
/// @param code the official code of the municipality
/// @param sent requests whose sending is on record; no others are observed
public record Observations(String code, String place, List<One> sent) {

  public Observations {
    sent = List.copyOf(sent);
  }

  /// @param days working days to the answer; absent without one
  /// @param coding the first coder's; absent while nobody has coded
  public record One(
      Request request, @Nullable Integer days, boolean overdue, @Nullable RequestCoding coding) {}

  /// By the official code; municipalities that were not asked yet are left out.
  static List<Observations> of(
      Round round,
      List<Request> requests,
      List<RequestCoding> codings,
      WorkCalendar calendar,
      LocalDate today) {
    Map<UUID, RequestCoding> first =
        codings.stream()
            .collect(Collectors.toMap(RequestCoding::requestId, one -> one, (one, _) -> one));
    Map<String, List<One>> byPlace = new LinkedHashMap<>();
    for (Request request : requests) {
      if (request.sentOn() != null) {
        byPlace
            .computeIfAbsent(request.code(), _ -> new ArrayList<>())
            .add(
                new One(
                    request,
                    request.days(calendar),
                    request.isOverdue(calendar, round.termDays(), today),
                    first.get(request.id())));
      }
    }
    return byPlace.entrySet().stream()
        .map(place ->
            new Observations(
                place.getKey(),
                place.getValue().getFirst().request().place().asWritten().text(),
                place.getValue()))
        .toList();
  }

  public long acknowledged() {
    return sent.stream().filter(one -> one.request().acknowledgedOn() != null).count();
  }

  public long answered() {
    return sent.stream().filter(one -> one.days() != null).count();
  }

  public long overdue() {
    return sent.stream().filter(One::overdue).count();
  }

  /// Working days to an answer, of those that came; absent when none did.
  public @Nullable Double meanDays() {
    OptionalDouble mean =
        sent.stream().map(One::days).filter(Objects::nonNull).mapToInt(Integer::intValue).average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }

  /// Answers by item path for an instrument with the repeat `requests`: `requests[1]/template`,
  /// `…/acknowledged`, `…/answered`, `…/days`, `…/received`, `…/clear`, `…/complete`, `…/true`. Yes
  /// and no are words, grades 0 to 2; what was not observed is absent.
  public Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    for (int turn = 1; turn <= sent.size(); turn++) {
      String path = "requests[" + turn + "]/";
      One one = sent.get(turn - 1);
      answers.put(path + "template", String.valueOf(one.request().number()));
      answers.put(path + "acknowledged", word(one.request().acknowledgedOn() != null));
      answers.put(path + "answered", word(one.days() != null));
      put(answers, path + "days", one.days());
      RequestCoding coding = one.coding();
      if (coding != null) {
        answers.put(path + "received", word(coding.received()));
        put(answers, path + "clear", coding.clear());
        put(answers, path + "complete", coding.complete());
        Boolean isTrue = coding.isTrue();
        put(answers, path + "true", isTrue == null ? null : word(isTrue));
      }
    }
    return answers;
  }

  private static void put(Map<String, String> answers, String path, @Nullable Object value) {
    if (value != null) {
      answers.put(path, value.toString());
    }
  }

  private static String word(boolean isSo) {
    return isSo ? "yes" : "no";
  }
}
