package cabildo.studies.assessments;

import cabildo.instruments.CompiledForm;
import cabildo.instruments.Filling;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.studies.Study;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// An assessment with all that is needed to work on it, and who may do what with it.
///
/// @param side the municipality and its organisations
/// @param isPublished whether the study's results are public: nothing changes from then on
/// @param now for conditions of the instrument that ask for the day
public record Dossier(
    Study study,
    Assessment assessment,
    CompiledForm form,
    List<Section> sections,
    Set<UUID> side,
    boolean isPublished,
    OffsetDateTime now) {

  public String path() {
    return assessment.path();
  }

  public boolean isInstitution(Actor actor) {
    return actor.holds(Role.LIAISON, side);
  }

  public boolean isOfficer(Actor actor) {
    return actor.holds(Role.OFFICER, study.scopes()) && !actor.belongsTo(side);
  }

  public boolean mayCode(Actor actor) {
    return actor.holds(Role.EVALUATOR, study.scopes()) && !actor.belongsTo(side);
  }

  /// Whether everybody may read what was found.
  public boolean isOpenToAll() {
    return isPublished || assessment.isPublic();
  }

  void mustBeInstitution(Actor actor) {
    actor.mustHold(Role.LIAISON, side);
  }

  /// Who stands on the side of an institution neither codes nor resolves.
  void mustBeOfficer(Actor actor) {
    actor.mustHold(Role.OFFICER, study.scopes());
    mustStandApart(actor);
  }

  void mustBeEvaluator(Actor actor) {
    actor.mustHold(Role.EVALUATOR, study.scopes());
    mustStandApart(actor);
  }

  private void mustStandApart(Actor actor) {
    if (actor.belongsTo(side)) {
      throw Problem.notAllowed("studies.assessments.ownSide");
    }
  }

  void mustNotBePublished() {
    if (isPublished) {
      throw Problem.conflict("studies.assessments.studyIsPublished");
    }
  }

  Section section(int number) {
    return sections.stream()
        .filter(section -> section.number() == number)
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /// An answer in words: the labels of what was chosen, else as it is.
  public String words(PlacedItem placed, String value, Lang lang) {
    if (!placed.item().type().isChoice()) {
      return value;
    }
    Map<String, String> labels = new HashMap<>();
    form.definition()
        .choicesOf(placed.item())
        .forEach(choice -> labels.put(choice.name(), choice.label().in(lang).text()));
    return Arrays.stream(value.split(" ", -1))
        .map(name -> labels.getOrDefault(name, name))
        .collect(Collectors.joining(", "));
  }

  /// What is asked, as people read it.
  public static String label(PlacedItem placed, Lang lang) {
    var label = placed.item().label();
    return label == null ? placed.path() : label.in(lang).text();
  }

  /// The values of one side put to the form.
  Filling filling(Map<String, GivenAnswer> given) {
    Map<String, String> values = new HashMap<>();
    given.forEach((path, answer) -> {
      String value = answer.value();
      if (value != null) {
        values.put(path, value);
      }
    });
    return fillingOf(values);
  }

  Filling fillingOf(Map<String, String> values) {
    return Filling.of(form, values, now, form.definition().original());
  }
}
