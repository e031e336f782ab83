package cabildo.studies.openrosa;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.studies.Component;
import cabildo.studies.Components;
import cabildo.studies.Perspective;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.QrCode;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.studies.sampling.Draws;
import cabildo.studies.sampling.SampledUnit;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// For the study's officer: who brings answers in with a phone, and what phones sent in vain.
@Controller
@RequestMapping("/{lang}/studies/{slug}/collectors")
@Transactional(readOnly = true)
public class CollectorPages {
  private static final String LIST = "cabildo/studies/openrosa/collectors.jte";
  private static final String NEW = "cabildo/studies/openrosa/collector_form.jte";

  private final Studies studies;
  private final Components components;
  private final Phases phases;
  private final Draws draws;
  private final Collectors collectors;
  private final KnownCollectors known;
  private final Refusals refusals;

  CollectorPages(
      Studies studies,
      Components components,
      Phases phases,
      Draws draws,
      Collectors collectors,
      KnownCollectors known,
      Refusals refusals) {
    this.studies = studies;
    this.components = components;
    this.phases = phases;
    this.draws = draws;
    this.collectors = collectors;
    this.known = known;
    this.refusals = refusals;
  }

  /// @param units that were drawn; empty before a draw
  public record ListPage(
      Study study,
      List<Collector> collectors,
      List<SampledUnit> units,
      List<Refusals.Refusal> refusals) {

    /// The names of a collector's units.
    public String places(Collector collector) {
      return units.stream()
          .filter(unit -> collector.units().contains(unit.number()))
          .map(SampledUnit::name)
          .reduce((one, other) -> one + ", " + other)
          .orElse("");
    }
  }

  public record FormPage(Study study, List<SampledUnit> units, Form form) {}

  /// @param address with the secret in it, for clients that ask for no password
  /// @param plainAddress for clients that ask for user name and password
  /// @param qr sets up ODK Collect
  public record PhonePage(
      Study study,
      Collector collector,
      String address,
      String plainAddress,
      String secret,
      QrCode qr) {}

  @GetMapping
  Answer list(Actor actor, @PathVariable String slug) {
    Study study = studies.forOfficer(actor, slug);
    Component component = component(study);
    return Answer.page(
        LIST,
        new ListPage(
            study,
            collectors.of(component.id()),
            draws.units(study.id()),
            refusals.of(component.id())));
  }

  @GetMapping("/new")
  Answer blank(Actor actor, @PathVariable String slug) {
    Study study = studies.forOfficer(actor, slug);
    mustBeBeforeTheEnd(study);
    return Answer.page(NEW, new FormPage(study, draws.units(study.id()), Form.blank()));
  }

  /// Answers with the phone's code itself, not with a way to it: it cannot be shown a second time.
  @PostMapping
  @Transactional
  Answer add(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.forOfficer(actor, slug);
    Component component = component(study);
    mustBeBeforeTheEnd(study);
    List<SampledUnit> units = draws.units(study.id());
    Optional<CollectorForm.Wanted> wanted =
        CollectorForm.read(form, units, name -> collectors.hasName(component.id(), name));
    if (wanted.isEmpty()) {
      return Answer.again(NEW, new FormPage(study, units, form));
    }
    Secret secret = Secret.fresh();
    CollectorForm.Wanted asked = wanted.get();
    Collector collector =
        collectors.add(actor, study, component.id(), asked.name(), asked.units(), secret);
    return Answer.page(
        "cabildo/studies/openrosa/collector_phone.jte", phone(lang, study, collector, secret));
  }

  @PostMapping("/{id}/withdrawal")
  @Transactional
  Answer withdraw(Lang lang, Actor actor, @PathVariable String slug, @PathVariable String id) {
    Study study = studies.forOfficer(actor, slug);
    Collector collector = collectors.get(Ids.read(id).orElseThrow(Problem::notFound));
    if (!collector.componentId().equals(component(study).id())) {
      throw Problem.notFound();
    }
    collectors.withdraw(actor, study, collector);
    known.forget();
    return Answer.seeOther("/" + lang + study.path() + "/collectors");
  }

  @GetMapping("/refusals/{id}.xml")
  Answer refused(Actor actor, @PathVariable String slug, @PathVariable String id) {
    Study study = studies.forOfficer(actor, slug);
    String body =
        Ids.read(id)
            .flatMap(one -> refusals.body(component(study).id(), one))
            .orElseThrow(Problem::notFound);
    return new Answer.Document("text/plain", body, null);
  }

  private static PhonePage phone(Lang lang, Study study, Collector collector, Secret secret) {
    String address = address("/v1/key/" + secret.text() + "/projects/" + study.slug());
    return new PhonePage(
        study,
        collector,
        address,
        address("/v1/projects/" + study.slug()),
        secret.text(),
        QrCode.of(CollectSettings.of(address, study.title().in(lang).text())));
  }

  private static String address(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
  }

  private void mustBeBeforeTheEnd(Study study) {
    if (phases.has(study.id(), Phase.Name.CLOSED)) {
      throw Problem.conflict("studies.openrosa.collectors.closed");
    }
  }

  private Component component(Study study) {
    return components
        .find(study.id(), Perspective.CITIZEN)
        .orElseThrow(() -> Problem.conflict("studies.openrosa.collectors.noComponent"));
  }
}
