package cabildo.studies.requests;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.studies.GovernmentSide;
import cabildo.studies.Studies;
import cabildo.studies.WorkCalendar;
import cabildo.studies.WorkCalendars;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The requests of the personas that somebody keeps: what to ask, and the dates of what came.
@Controller
@RequestMapping("/{lang}/requests")
@Transactional(readOnly = true)
public class OwnRequestPages {
  private static final String ONE = "cabildo/studies/requests/request.jte";

  private final Studies studies;
  private final Rounds rounds;
  private final Requests requests;
  private final PersonaKeepers keepers;
  private final GovernmentSide sides;
  private final WorkCalendars calendars;
  private final Clock clock;

  OwnRequestPages(
      Studies studies,
      Rounds rounds,
      Requests requests,
      PersonaKeepers keepers,
      GovernmentSide sides,
      WorkCalendars calendars,
      Clock clock) {
    this.studies = studies;
    this.rounds = rounds;
    this.requests = requests;
    this.keepers = keepers;
    this.sides = sides;
    this.calendars = calendars;
    this.clock = clock;
  }

  /// @param judging rounds whose answers the person may judge
  /// @param keeping rounds whose personas the person keeps, as the administrator
  public record OwnRequestsPage(List<Request> requests, List<Round> judging, List<Round> keeping) {}

  public record RequestPage(
      Round round,
      Template template,
      Persona persona,
      Request request,
      WorkCalendar calendar,
      Form form) {}

  @GetMapping
  Answer list(Actor actor) {
    List<UUID> personas = keepers.personasOf(actor.mustBeSignedIn());
    return Answer.page(
        "cabildo/studies/requests/own.jte",
        new OwnRequestsPage(
            requests.ofPersonas(personas),
            roundsFor(actor, Role.EVALUATOR).filter(round -> !round.isClosed()).toList(),
            roundsFor(actor, Role.ADMINISTRATOR)
                .filter(round -> round.debriefedAt() == null)
                .toList()));
  }

  private Stream<Round> roundsFor(Actor actor, Role role) {
    return actor.holds(role)
        ? rounds.all().stream()
            .filter(round -> actor.holds(role, studies.get(round.studyId()).scopes()))
        : Stream.empty();
  }

  @GetMapping("/{id}")
  Answer show(Actor actor, @PathVariable String id) {
    Request request = mine(actor, id);
    return Answer.page(ONE, page(request, RequestForm.show(request)));
  }

  @PostMapping("/{id}/dates")
  @Transactional
  Answer save(Lang lang, Actor actor, @PathVariable String id, Form form) {
    Request request = mine(actor, id);
    RequestPage page = page(request, form);
    Optional<RequestForm.Dates> dates = RequestForm.dates(form, LocalDate.now(clock));
    if (dates.isEmpty()) {
      return Answer.again(ONE, page);
    }
    requests.record(page.round(), request, dates.get());
    return Answer.seeOther("/" + lang + "/requests");
  }

  /// Somebody else's request does not exist for this person.
  private Request mine(Actor actor, String id) {
    UUID person = actor.mustBeSignedIn();
    Request request = requests.get(Ids.read(id).orElseThrow(Problem::notFound));
    if (!keepers.personasOf(person).contains(request.personaId())) {
      throw Problem.notFound();
    }
    if (actor.belongsTo(sides.of(request.territoryId()))) {
      throw Problem.notAllowed("studies.requests.ownSide");
    }
    return request;
  }

  private RequestPage page(Request request, Form form) {
    Round round = rounds.ofTemplate(request.templateId());
    Template template =
        rounds.templates(round.id()).stream()
            .filter(one -> one.id().equals(request.templateId()))
            .findFirst()
            .orElseThrow(Problem::notFound);
    Persona persona =
        rounds.personas(round.id()).stream()
            .filter(one -> one.id().equals(request.personaId()))
            .findFirst()
            .orElseThrow(Problem::notFound);
    return new RequestPage(round, template, persona, request, calendars.official(), form);
  }
}
