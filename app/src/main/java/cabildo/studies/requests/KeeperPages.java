package cabildo.studies.requests;

import cabildo.accounts.People;
import cabildo.accounts.Person;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.studies.Studies;
import cabildo.studies.Study;
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

/// The identity shield: the administrator entrusts personas and opens the list once the round is
/// closed.
@Controller
@RequestMapping("/{lang}/studies/{slug}/requests/{number:[0-9]{1,4}}")
@Transactional(readOnly = true)
public class KeeperPages {
  private static final String KEEPERS = "cabildo/studies/requests/keepers.jte";

  private final Studies studies;
  private final Rounds rounds;
  private final PersonaKeepers keepers;
  private final People people;

  KeeperPages(Studies studies, Rounds rounds, PersonaKeepers keepers, People people) {
    this.studies = studies;
    this.rounds = rounds;
    this.keepers = keepers;
    this.people = people;
  }

  /// @param mayEntrust of the administrator while the round runs
  public record KeepersPage(
      Study study,
      Round round,
      List<Persona> personas,
      List<PersonaKeepers.Kept> kept,
      boolean mayEntrust,
      boolean mayDebrief,
      Form form) {

    /// Who stands behind a persona; empty while nobody does.
    public String nameOf(Persona persona) {
      return kept.stream()
          .filter(one -> one.personaId().equals(persona.id()))
          .map(PersonaKeepers.Kept::name)
          .findFirst()
          .orElse("");
    }
  }

  /// For the administrator; after the debrief for the study's officer too.
  @GetMapping("/keepers")
  Answer show(Actor actor, @PathVariable String slug, @PathVariable int number) {
    Study study = studies.get(slug);
    Round round = rounds.get(study.id(), number);
    actor.mustBeSignedIn();
    boolean isTold = round.debriefedAt() != null && actor.holds(Role.OFFICER, study.scopes());
    if (!isTold) {
      actor.mustHold(Role.ADMINISTRATOR, study.scopes());
    }
    return Answer.page(KEEPERS, page(actor, study, round, Form.blank()));
  }

  @PostMapping("/keepers")
  @Transactional
  Answer entrust(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable int number, Form form) {
    Study study = keptStudy(actor, slug);
    Round round = rounds.get(study.id(), number);
    if (round.isClosed()) {
      throw Problem.conflict("studies.requests.closed");
    }
    KeepersPage page = page(actor, study, round, form);
    Optional<Persona> persona = persona(page);
    Optional<Person> person = person(form);
    if (form.isFaulty()) {
      return Answer.again(KEEPERS, page);
    }
    keepers.entrust(actor, round, persona.orElseThrow().id(), person.orElseThrow().id());
    return Answer.seeOther("/" + lang + round.path() + "/keepers");
  }

  @PostMapping("/debriefing")
  @Transactional
  Answer debrief(Lang lang, Actor actor, @PathVariable String slug, @PathVariable int number) {
    Study study = keptStudy(actor, slug);
    Round round = rounds.get(study.id(), number);
    if (!round.isClosed() || round.debriefedAt() != null) {
      throw Problem.conflict("studies.requests.debriefing.notNow");
    }
    rounds.debrief(actor, round);
    return Answer.seeOther("/" + lang + round.path() + "/keepers");
  }

  private Study keptStudy(Actor actor, String slug) {
    Study study = studies.get(slug);
    actor.mustHold(Role.ADMINISTRATOR, study.scopes());
    return study;
  }

  private static Optional<Persona> persona(KeepersPage page) {
    Optional<Persona> persona =
        page.personas().stream()
            .filter(one -> one.id().toString().equals(page.form().value("persona")))
            .findFirst();
    if (persona.isEmpty()) {
      page.form().refuse("persona", "studies.requests.keepers.personaNeeded");
    }
    return persona;
  }

  private Optional<Person> person(Form form) {
    String email = form.email("email", "studies.requests.keepers.emailNeeded");
    Optional<Person> person = people.findByEmail(email);
    if (person.isEmpty() && form.fault("email") == null) {
      form.refuse("email", "studies.requests.keepers.unknown");
    }
    return person;
  }

  private KeepersPage page(Actor actor, Study study, Round round, Form form) {
    boolean isKeeper = actor.holds(Role.ADMINISTRATOR, study.scopes());
    return new KeepersPage(
        study,
        round,
        rounds.personas(round.id()),
        keepers.of(round),
        isKeeper && !round.isClosed(),
        isKeeper && round.isClosed() && round.debriefedAt() == null,
        form);
  }
}
