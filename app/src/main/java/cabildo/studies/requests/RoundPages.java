package cabildo.studies.requests;

import cabildo.db.Json;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.studies.WorkCalendars;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ObjectNode;

/// Rounds of requests: planned and watched by the officer, and what everybody reads in the end.
@Controller
@RequestMapping("/{lang}/studies/{slug}/requests")
@Transactional(readOnly = true)
public class RoundPages {
  private static final String NEW = "cabildo/studies/requests/planning.jte";
  private static final String ROUND = "cabildo/studies/requests/round.jte";

  private final Studies studies;
  private final Phases phases;
  private final Rounds rounds;
  private final Requests requests;
  private final Territories territories;
  private final WorkCalendars calendars;
  private final Clock clock;

  RoundPages(
      Studies studies,
      Phases phases,
      Rounds rounds,
      Requests requests,
      Territories territories,
      WorkCalendars calendars,
      Clock clock) {
    this.studies = studies;
    this.phases = phases;
    this.rounds = rounds;
    this.requests = requests;
    this.territories = territories;
    this.calendars = calendars;
    this.clock = clock;
  }

  /// @param results empty while they are not public
  public record ResultsPage(Study study, boolean isPublished, List<Results> results) {}

  /// Without personas: public pages never name one.
  public record Results(
      Round round, List<Template> templates, List<Observations> places, CoderAgreement agreement) {}

  public record PlanningPage(Study study, Form form) {}

  /// @param overdue requests whose term has run out, or was not kept
  /// @param places municipalities that can be asked
  public record RoundPage(
      Study study,
      Round round,
      List<Template> templates,
      List<Persona> personas,
      List<Request> requests,
      List<Request> overdue,
      CoderAgreement agreement,
      List<Territory> places,
      Form form) {}

  @GetMapping
  Answer results(@PathVariable String slug) {
    Study study = studies.get(slug);
    boolean isPublished = phases.has(study.id(), Phase.Name.PUBLISHED);
    List<Results> results = isPublished ? results(study) : List.of();
    return Answer.page(
            "cabildo/studies/requests/results.jte", new ResultsPage(study, isPublished, results))
        .shared(Set.of(study.id()));
  }

  /// The observations of every municipality by item path, as an instrument reads them.
  @GetMapping("/observations.json")
  Answer observations(@PathVariable String slug) {
    Study study = studies.get(slug);
    if (!phases.has(study.id(), Phase.Name.PUBLISHED)) {
      throw Problem.notFound();
    }
    ObjectNode document = Json.mapper().createObjectNode();
    for (Results round : results(study)) {
      ObjectNode places = document.putObject(String.valueOf(round.round().number()));
      round
          .places()
          .forEach(place -> places.set(place.code(), Json.mapper().valueToTree(place.answers())));
    }
    return new Answer.Document("application/json", Json.write(document), Set.of(study.id()));
  }

  @GetMapping("/new")
  Answer blank(Actor actor, @PathVariable String slug) {
    return Answer.page(NEW, new PlanningPage(unpublished(actor, slug), Form.blank()));
  }

  @PostMapping
  @Transactional
  Answer begin(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Study study = unpublished(actor, slug);
    Optional<RoundForm.Plan> plan = RoundForm.read(form);
    if (plan.isEmpty()) {
      return Answer.again(NEW, new PlanningPage(study, form));
    }
    return Answer.seeOther("/" + lang + rounds.begin(actor, study, plan.get()).path());
  }

  @GetMapping("/{number:[0-9]{1,4}}")
  Answer round(Actor actor, @PathVariable String slug, @PathVariable int number) {
    Study study = studies.forOfficer(actor, slug);
    return Answer.page(ROUND, page(study, rounds.get(study.id(), number), Form.blank()));
  }

  @PostMapping("/{number:[0-9]{1,4}}/assignments")
  @Transactional
  Answer assign(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable int number, Form form) {
    Study study = unpublished(actor, slug);
    Round round = open(study, number);
    RoundPage page = page(study, round, form);
    Optional<Channel> channel = RequestForm.channel(form);
    List<Territory> places =
        page.places().stream().filter(place -> form.chose("places", place.code())).toList();
    if (places.isEmpty()) {
      form.refuse("places", "studies.requests.placesNeeded");
    }
    if (form.isFaulty()) {
      return Answer.again(ROUND, page);
    }
    requests.assign(actor, round, page.templates(), places, page.personas(), channel.orElseThrow());
    return Answer.seeOther("/" + lang + round.path());
  }

  @PostMapping("/{number:[0-9]{1,4}}/closure")
  @Transactional
  Answer close(Lang lang, Actor actor, @PathVariable String slug, @PathVariable int number) {
    Study study = studies.forOfficer(actor, slug);
    Round round = open(study, number);
    rounds.close(actor, round);
    return Answer.seeOther("/" + lang + round.path());
  }

  private Study unpublished(Actor actor, String slug) {
    Study study = studies.forOfficer(actor, slug);
    if (phases.has(study.id(), Phase.Name.PUBLISHED)) {
      throw Problem.conflict("studies.requests.studyIsPublished");
    }
    return study;
  }

  private Round open(Study study, int number) {
    Round round = rounds.get(study.id(), number);
    if (round.isClosed()) {
      throw Problem.conflict("studies.requests.closed");
    }
    return round;
  }

  private RoundPage page(Study study, Round round, Form form) {
    List<Request> all = requests.of(round.id());
    LocalDate today = LocalDate.now(clock);
    List<Request> overdue =
        all.stream()
            .filter(one -> one.isOverdue(calendars.official(), round.termDays(), today))
            .toList();
    Territory whole = territories.get(study.territoryId());
    return new RoundPage(
        study,
        round,
        rounds.templates(round.id()),
        rounds.personas(round.id()),
        all,
        overdue,
        CoderAgreement.of(requests.codings(round.id())),
        whole.isMunicipality() ? List.of(whole) : territories.children(whole.id()),
        form);
  }

  private List<Results> results(Study study) {
    return rounds.of(study.id()).stream().filter(Round::isClosed).map(this::results).toList();
  }

  private Results results(Round round) {
    List<RequestCoding> codings = requests.codings(round.id());
    return new Results(
        round,
        rounds.templates(round.id()),
        Observations.of(
            round, requests.of(round.id()), codings, calendars.official(), LocalDate.now(clock)),
        CoderAgreement.of(codings));
  }
}
