package cabildo.studies.transcription;

import cabildo.instruments.Choice;
import cabildo.instruments.Item;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.studies.Stream;
import cabildo.studies.collection.CitizenSide;
import cabildo.studies.collection.Notices;
import cabildo.studies.collection.Questionnaire;
import cabildo.studies.collection.Questionnaires;
import cabildo.studies.collection.SentPage;
import cabildo.studies.submissions.Mode;
import cabildo.studies.submissions.NewSubmission;
import cabildo.studies.submissions.Receipt;
import cabildo.studies.submissions.Reviews;
import cabildo.studies.submissions.Submissions;
import cabildo.web.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Compares what two people keyed from one sheet, and makes one submission of it.
@Component
class SettlePaper {
  /// The field that says whose reading is right is this and the path.
  static final String TAKE = "take.";

  private final Papers papers;
  private final Questionnaires questionnaires;
  private final Notices notices;
  private final Submissions submissions;
  private final Reviews reviews;

  SettlePaper(
      Papers papers,
      Questionnaires questionnaires,
      Notices notices,
      Submissions submissions,
      Reviews reviews) {
    this.papers = papers;
    this.questionnaires = questionnaires;
    this.notices = notices;
    this.submissions = submissions;
    this.reviews = reviews;
  }

  Comparison compare(CitizenSide side, Paper paper, List<Keying> keyings, Lang lang) {
    Map<String, String> first = keyings.getFirst().answersByPath();
    Map<String, String> second = keyings.get(1).answersByPath();
    Questionnaire questionnaire = questionnaires.of(side, first, paper.reading());
    List<Comparison.Line> lines = new ArrayList<>();
    for (Difference difference : Difference.between(first, second)) {
      Optional<Item> item = questionnaire.item(difference.path());
      lines.add(
          new Comparison.Line(
              difference.path(),
              questionnaire.question(difference.path(), lang),
              said(questionnaire, item, difference.first(), lang),
              said(questionnaire, item, difference.second(), lang)));
    }
    long agreed =
        first.entrySet().stream()
            .filter(one -> one.getValue().equals(second.get(one.getKey())))
            .count();
    return new Comparison(
        keyings.getFirst().keyedByName(), keyings.get(1).keyedByName(), (int) agreed, lines);
  }

  private static String said(
      Questionnaire questionnaire, Optional<Item> item, String value, Lang lang) {
    List<Choice> choices = item.map(questionnaire.definition()::choicesOf).orElse(List.of());
    if (choices.isEmpty()) {
      return value;
    }
    return Arrays.stream(value.split(" ", -1))
        .map(name ->
            choices.stream()
                .filter(choice -> choice.name().equals(name))
                .map(choice -> choice.label().in(lang).text())
                .findFirst()
                .orElse(name))
        .collect(Collectors.joining(", "));
  }

  /// Leaves faults in the form for what was not decided, or cannot be sent as decided.
  void of(Actor actor, CitizenSide side, Paper paper, Form form, Lang lang) {
    List<Keying> keyings = papers.keyings(paper.id());
    Map<String, String> first = keyings.getFirst().answersByPath();
    Map<String, String> second = keyings.get(1).answersByPath();
    List<Difference> differences = Difference.between(first, second);
    Map<String, String> settled = new LinkedHashMap<>(first);
    for (Difference difference : differences) {
      decide(form, difference, settled);
    }
    Questionnaire questionnaire = questionnaires.of(side, settled, paper.reading());
    if (!form.isFaulty()) {
      questionnaire.faults().forEach(fault -> SentPage.refuse(form, fault, questionnaire, lang));
    }
    if (form.isFaulty()) {
      return;
    }
    long id = send(side, paper, keyings, questionnaire);
    if (!differences.isEmpty()) {
      String paths = differences.stream().map(Difference::path).collect(Collectors.joining(", "));
      reviews.flag(id, "keyed_twice_differs", paths);
    }
    papers.settle(actor, side, paper, id, differences.size());
  }

  private static void decide(Form form, Difference difference, Map<String, String> settled) {
    String field = TAKE + difference.path();
    String whose =
        form.choice(
            field, List.of("first", "second"), "studies.transcription.paper.decisionNeeded");
    String value = whose.equals("second") ? difference.second() : difference.first();
    if (value.isEmpty()) {
      settled.remove(difference.path());
    } else {
      settled.put(difference.path(), value);
    }
  }

  private long send(
      CitizenSide side, Paper paper, List<Keying> keyings, Questionnaire questionnaire) {
    var submission =
        new NewSubmission(
            side.component().id(),
            paper.unit() == null ? Stream.VOLUNTEER : Stream.PROBABILITY,
            Mode.PAPER,
            paper.instanceId(),
            paper.unit(),
            paper.invitationId(),
            paper.territoryId(),
            paper.reading(),
            null,
            null,
            keyings.getFirst().keyedByName() + ", " + keyings.get(1).keyedByName(),
            null,
            null,
            questionnaire.toSend(),
            null);
    if (submissions.accept(submission) instanceof Receipt.Accepted(long id, _)) {
      notices.accept(
          side.component().id(),
          paper.instanceId(),
          notices.mustHave(side.study().id()).id(),
          paper.language());
      return id;
    }
    throw Problem.conflict("studies.transcription.paper.answered");
  }
}
