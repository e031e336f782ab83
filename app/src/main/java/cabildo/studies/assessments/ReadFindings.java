package cabildo.studies.assessments;

import cabildo.instruments.PlacedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays what an institution says beside what its validator found.
@Component
class ReadFindings {
  private final GivenAnswers answers;
  private final Codings codings;
  private final Objections objections;

  ReadFindings(GivenAnswers answers, Codings codings, Objections objections) {
    this.answers = answers;
    this.codings = codings;
    this.objections = objections;
  }

  /// Every item that either side answered, in the order of the form.
  List<Finding> of(Dossier dossier) {
    var id = dossier.assessment().id();
    Map<String, GivenAnswer> declared = answers.of(id, null);
    Map<String, GivenAnswer> found =
        codings.of(id).stream()
            .findFirst()
            .map(validator -> answers.of(id, validator.id()))
            .orElse(Map.of());
    Map<String, Objection> objected =
        objections.of(id).stream().collect(Collectors.toMap(Objection::path, Function.identity()));
    List<Finding> findings = new ArrayList<>();
    for (Section section : dossier.sections()) {
      for (PlacedItem placed : section.asked()) {
        String path = placed.path();
        var finding = new Finding(placed, declared.get(path), found.get(path), objected.get(path));
        if (finding.declared().isAnswered() || finding.preliminary().isAnswered()) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  /// Of two coders who have both finished; absent otherwise.
  @Nullable Agreement agreement(Dossier dossier) {
    return both(dossier)
        .map(pair ->
            Agreement.of(
                asked(dossier), answers.blind(pair.getFirst()), answers.blind(pair.getLast())))
        .orElse(null);
  }

  /// For the validator alone: where the second coder still says something else.
  List<Progress.Missing> unsettled(Dossier dossier, Coding coding) {
    if (coding.number() != 1 || dossier.assessment().toldAt() != null) {
      return List.of();
    }
    Optional<List<Coding>> pair = both(dossier);
    if (pair.isEmpty()) {
      return List.of();
    }
    Map<String, GivenAnswer> one = answers.of(dossier.assessment().id(), coding.id());
    Map<String, GivenAnswer> other =
        answers.of(dossier.assessment().id(), pair.get().getLast().id());
    List<Progress.Missing> unsettled = new ArrayList<>();
    for (Section section : dossier.sections()) {
      section.asked().stream()
          .filter(placed -> FillSection.differs(placed.path(), one, other))
          .forEach(placed -> unsettled.add(new Progress.Missing(placed, section.number())));
    }
    return unsettled;
  }

  private Optional<List<Coding>> both(Dossier dossier) {
    List<Coding> finished =
        codings.of(dossier.assessment().id()).stream().filter(Coding::isFinished).toList();
    return finished.size() == 2 ? Optional.of(finished) : Optional.empty();
  }

  private static List<PlacedItem> asked(Dossier dossier) {
    return dossier.sections().stream().flatMap(section -> section.asked().stream()).toList();
  }
}
