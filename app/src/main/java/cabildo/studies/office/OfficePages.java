package cabildo.studies.office;

import cabildo.instruments.Instruments;
import cabildo.instruments.Version;
import cabildo.instruments.Versions;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.studies.Component;
import cabildo.studies.Components;
import cabildo.studies.Perspective;
import cabildo.studies.Phase;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// A study from the officer's side.
@Controller
@RequestMapping("/{lang}/studies/{slug}/office")
@Transactional(readOnly = true)
public class OfficePages {
  private static final String OFFICE = "cabildo/studies/office/office.jte";

  private final Studies studies;
  private final Components components;
  private final Instruments instruments;
  private final Versions versions;
  private final Stand stand;
  private final EnterPhase enterPhase;

  OfficePages(
      Studies studies,
      Components components,
      Instruments instruments,
      Versions versions,
      Stand stand,
      EnterPhase enterPhase) {
    this.studies = studies;
    this.components = components;
    this.instruments = instruments;
    this.versions = versions;
    this.stand = stand;
    this.enterPhase = enterPhase;
  }

  /// A version that may be asked with.
  public record Askable(UUID id, LocalText name, int number) {}

  /// @param path of the version's page
  public record Asked(Component component, LocalText name, int number, String path) {}

  /// @param steps the way from the first question to the published result
  public record OfficePage(
      Stand.Whole stand, List<Step> steps, List<Asked> asked, List<Askable> askable, Form form) {

    public List<Perspective> openPerspectives() {
      return Arrays.stream(Perspective.values())
          .filter(one -> asked.stream().noneMatch(there -> there.component().perspective() == one))
          .toList();
    }
  }

  @GetMapping
  Answer show(Actor actor, @PathVariable String slug, Form form) {
    return Answer.page(OFFICE, page(studies.forOfficer(actor, slug), form));
  }

  @PostMapping("/components")
  @Transactional
  Answer ask(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.forOfficer(actor, slug);
    Optional<ComponentForm.NewComponent> wanted =
        ComponentForm.read(form, page(study, form), components);
    if (wanted.isEmpty()) {
      return Answer.again(OFFICE, page(study, form));
    }
    var component = wanted.get();
    components.add(
        actor,
        study,
        component.perspective(),
        versions.get(component.versionId()),
        component.formId());
    return Answer.seeOther("/" + lang + study.path() + "/office");
  }

  /// Opens, closes or publishes; the plan is registered where it is written.
  @PostMapping("/phases")
  @Transactional
  Answer enter(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.forOfficer(actor, slug);
    Phase.Name phase =
        EnterPhase.BY_HAND.stream()
            .filter(one -> one.code().equals(form.value("phase")))
            .findFirst()
            .orElseThrow(Problem::notFound);
    enterPhase.enter(actor, study, phase, stand.of(study));
    return Answer.seeOther("/" + lang + study.path() + "/office");
  }

  private OfficePage page(Study study, Form form) {
    Stand.Whole whole = stand.of(study);
    List<Asked> asked = components.of(study.id()).stream().map(this::asked).toList();
    return new OfficePage(whole, Step.of(whole), asked, askable(), form);
  }

  private Asked asked(Component component) {
    Version version = versions.get(component.versionId());
    var instrument = instruments.get(version.instrumentId());
    return new Asked(
        component,
        instrument.name(),
        version.number(),
        instrument.path() + "/versions/" + version.number());
  }

  private List<Askable> askable() {
    return instruments.all().stream()
        .flatMap(instrument ->
            versions.of(instrument.id()).stream()
                .filter(Version::isPublished)
                .map(version -> new Askable(version.id(), instrument.name(), version.number())))
        .toList();
  }
}
