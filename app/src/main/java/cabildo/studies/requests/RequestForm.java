package cabildo.studies.requests;

import cabildo.web.Form;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what a requester notes of a request, and what a coder judges.
final class RequestForm {
  record Dates(
      Channel channel,
      @Nullable LocalDate sentOn,
      @Nullable LocalDate acknowledgedOn,
      @Nullable LocalDate answeredOn,
      @Nullable String answer) {}

  /// @param clear 0, 1 or 2
  record Judgement(
      boolean received,
      @Nullable Integer clear,
      @Nullable Integer complete,
      @Nullable Boolean isTrue,
      @Nullable String note) {}

  private RequestForm() {}

  static Form show(Request request) {
    Map<String, String> fields = new HashMap<>();
    fields.put("channel", request.channel().code());
    put(fields, "sent", request.sentOn());
    put(fields, "acknowledged", request.acknowledgedOn());
    put(fields, "answered", request.answeredOn());
    put(fields, "answer", request.answer());
    return Form.filled(fields);
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }

  static Optional<Channel> channel(Form form) {
    Optional<Channel> channel =
        Arrays.stream(Channel.values())
            .filter(one -> one.code().equals(form.value("channel")))
            .findFirst();
    if (channel.isEmpty()) {
      form.refuse("channel", "studies.requests.channelNeeded");
    }
    return channel;
  }

  static Optional<Dates> dates(Form form, LocalDate today) {
    Optional<Channel> channel = channel(form);
    Optional<LocalDate> sent = date(form, "sent", Optional.empty(), today);
    Optional<LocalDate> acknowledged = date(form, "acknowledged", sent, today);
    Optional<LocalDate> answered = date(form, "answered", sent, today);
    Optional<String> answer = form.optionalText("answer", 20_000);
    boolean isUnsent = sent.isEmpty() && form.fault("sent") == null;
    if (isUnsent && (acknowledged.isPresent() || answered.isPresent() || answer.isPresent())) {
      form.refuse("sent", "studies.requests.sentNeeded");
    }
    if (answer.isPresent() && answered.isEmpty() && form.fault("answered") == null) {
      form.refuse("answered", "studies.requests.answeredNeeded");
    }
    return form.valid(_ ->
        new Dates(
            channel.orElseThrow(),
            sent.orElse(null),
            acknowledged.orElse(null),
            answered.orElse(null),
            answer.orElse(null)));
  }

  private static Optional<LocalDate> date(
      Form form, String name, Optional<LocalDate> notBefore, LocalDate today) {
    Optional<LocalDate> date = form.optionalDate(name);
    if (date.isPresent() && date.get().isAfter(today)) {
      form.refuse(name, "studies.requests.inFuture");
    } else if (date.isPresent() && notBefore.isPresent() && date.get().isBefore(notBefore.get())) {
      form.refuse(name, "studies.requests.beforeSent");
    }
    return date;
  }

  /// @param template of a control question its truth is judged too
  static Optional<Judgement> judgement(Form form, Template template) {
    boolean received =
        form.choice("received", List.of("yes", "no"), "studies.requests.coding.receivedNeeded")
            .equals("yes");
    Integer clear = received ? grade(form, "clear") : null;
    Integer complete = received ? grade(form, "complete") : null;
    Boolean isTrue = null;
    if (received && template.isControl()) {
      isTrue =
          form.choice("true", List.of("yes", "no"), "studies.requests.coding.trueNeeded")
              .equals("yes");
    }
    Optional<String> note = form.optionalText("note", 2000);
    Boolean truth = isTrue;
    return form.valid(_ -> new Judgement(received, clear, complete, truth, note.orElse(null)));
  }

  private static @Nullable Integer grade(Form form, String name) {
    String grade = form.choice(name, List.of("0", "1", "2"), "studies.requests.coding.gradeNeeded");
    return grade.isEmpty() ? null : Integer.valueOf(grade);
  }
}
