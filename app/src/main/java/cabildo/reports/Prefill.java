package cabildo.reports;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.reports.FormDefinition.Question;
import cabildo.reports.FormDefinition.Section;
import cabildo.web.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Fills a section's page: with what was saved, and where nothing was, with what the record says. A
/// fact that was filled in is an answer only when an evaluator has saved it.
@Component
public class Prefill {
  private final Words words;

  public Prefill(Words words) {
    this.words = words;
  }

  /// @param prefilled ids of the questions that hold a fact not yet saved
  public record Filled(Form form, List<String> prefilled) {}

  public Filled fill(
      Section section,
      ReportFacts facts,
      Map<String, GivenAnswer> given,
      Map<String, Set<UUID>> evidence) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<String> prefilled = new ArrayList<>();
    for (Question question : section.questions()) {
      if (question.evidence()) {
        values.put(
            "evidence_" + question.id(),
            evidence.getOrDefault(question.id(), Set.of()).stream().map(UUID::toString).toList());
      }
      if (given.containsKey(question.id())) {
        values.put(question.id(), saved(question, facts));
      } else {
        Optional<String> fact = fact(question, facts);
        if (fact.isPresent()) {
          values.put(question.id(), List.of(fact.get()));
          prefilled.add(question.id());
        }
      }
    }
    return new Filled(Form.typed(values), prefilled);
  }

  private static List<String> saved(Question question, ReportFacts facts) {
    return switch (question.type()) {
      case CHOICE -> List.of(facts.answers().choice(question.id()));
      case MANY -> facts.answers().many(question.id());
      case TEXT, EVIDENCE -> List.of(facts.text(question.id()));
    };
  }

  private Optional<String> fact(Question question, ReportFacts facts) {
    if (question.prefill() == null || facts.track().milestoneCount() == 0) {
      return Optional.empty();
    }
    TrackRecord track = facts.track();
    Optional<String> fact =
        switch (question.prefill()) {
          case "completion" -> Optional.of(track.completion());
          case "as_planned" -> Optional.of(track.asPlanned());
          case "time" -> Optional.of(time(track));
          case "completion_explanation" -> Optional.of(said(facts, completion(track)));
          case "as_planned_explanation" -> Optional.of(said(facts, asPlanned(track)));
          case "difficulties" -> difficulties(facts);
          default -> Optional.empty();
        };
    return fact.filter(
        value -> question.type() != QuestionType.CHOICE || question.option(value).isPresent());
  }

  private static String time(TrackRecord track) {
    if (track.openCount() > 0) {
      return "unfinished";
    }
    return track.late().isEmpty() ? "on_time" : "late";
  }

  private LocalText completion(TrackRecord track) {
    return words.say(
        "reports.prefill.completion",
        track.doneCount(),
        track.milestoneCount(),
        track.openCount(),
        track.cancelledCount(),
        track.reportingCount(),
        track.asOf());
  }

  private LocalText asPlanned(TrackRecord track) {
    List<String> late =
        track.late().stream()
            .map(milestone -> milestone.number() + " (" + milestone.daysLate() + ")")
            .toList();
    return late.isEmpty()
        ? words.say("reports.prefill.onTime")
        : words.say("reports.prefill.late", late.size(), track.milestoneCount(), late);
  }

  private Optional<String> difficulties(ReportFacts facts) {
    Lang lang = facts.language();
    String text =
        facts.track().milestones().stream()
            .flatMap(milestone ->
                Optional.ofNullable(milestone.difficulties())
                    .map(told -> milestone.number() + ": " + told.in(lang).text())
                    .stream())
            .collect(Collectors.joining("\n"));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String said(ReportFacts facts, LocalText text) {
    return text.in(facts.language()).text();
  }
}
