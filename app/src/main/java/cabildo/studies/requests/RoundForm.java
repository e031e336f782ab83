package cabildo.studies.requests;

import cabildo.web.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads the plan of a round: term, questions, personas.
public final class RoundForm {
  /// Fields for this many questions stand on the page; those without topic and text are left out.
  static final int QUESTIONS = 6;

  /// @param knownAnswer of the control question
  record Question(String topic, String body, @Nullable String knownAnswer) {}

  record Plan(
      int termDays, String norm, int coders, List<Question> questions, List<String> aliases) {}

  private RoundForm() {}

  public static List<Integer> numbers() {
    return IntStream.rangeClosed(1, QUESTIONS).boxed().toList();
  }

  static Optional<Plan> read(Form form) {
    Optional<Integer> term = form.optionalWholeNumber("term", 1, 60);
    if (term.isEmpty() && form.fault("term") == null) {
      form.refuse("term", "studies.requests.planning.termNeeded");
    }
    String norm = form.text("norm", 300, "studies.requests.planning.normNeeded");
    List<Question> questions = questions(form);
    if (questions.isEmpty() && form.fault("topic1") == null) {
      form.refuse("topic1", "studies.requests.planning.questionNeeded");
    } else if (questions.stream().allMatch(question -> question.knownAnswer() == null)) {
      form.refuse("known1", "studies.requests.planning.controlNeeded");
    }
    List<String> aliases =
        form.value("personas")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList();
    if (aliases.isEmpty()) {
      form.refuse("personas", "studies.requests.planning.personaNeeded");
    } else if (aliases.size() > 50 || aliases.stream().anyMatch(alias -> alias.length() > 120)) {
      form.refuse("personas", "studies.requests.planning.personasTooMany");
    }
    int coders = form.chose("second", "yes") ? 2 : 1;
    return form.valid(_ -> new Plan(term.orElseThrow(), norm, coders, questions, aliases));
  }

  private static List<Question> questions(Form form) {
    List<Question> questions = new ArrayList<>();
    for (int number : numbers()) {
      Optional<String> topic = form.optionalText("topic" + number, 200);
      Optional<String> body = form.optionalText("body" + number, 4000);
      Optional<String> known = form.optionalText("known" + number, 2000);
      if (topic.isPresent() || body.isPresent() || known.isPresent()) {
        if (topic.isEmpty()) {
          form.refuse("topic" + number, "studies.requests.planning.topicNeeded", number);
        }
        if (body.isEmpty()) {
          form.refuse("body" + number, "studies.requests.planning.bodyNeeded", number);
        }
        questions.add(new Question(topic.orElse(""), body.orElse(""), known.orElse(null)));
      }
    }
    return questions;
  }
}
