package cabildo.studies.requests;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.studies.GovernmentSide;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Evaluators judge what came back. They see neither the persona nor another coder's judgement.
@Controller
@RequestMapping("/{lang}/studies/{slug}/requests/{number:[0-9]{1,4}}/coding")
@Transactional(readOnly = true)
public class AnswerCodingPages {
  private static final String ONE = "cabildo/studies/requests/judgement.jte";

  private final Studies studies;
  private final Rounds rounds;
  private final Requests requests;
  private final PersonaKeepers keepers;
  private final GovernmentSide sides;

  AnswerCodingPages(
      Studies studies,
      Rounds rounds,
      Requests requests,
      PersonaKeepers keepers,
      GovernmentSide sides) {
    this.studies = studies;
    this.rounds = rounds;
    this.requests = requests;
    this.keepers = keepers;
    this.sides = sides;
  }

  /// @param done ids of requests that this person has judged
  public record CodingListPage(Study study, Round round, List<Request> requests, List<UUID> done) {}

  public record JudgementPage(
      Study study, Round round, Request request, Template template, Form form) {}

  @GetMapping
  Answer list(Actor actor, @PathVariable String slug, @PathVariable int number) {
    Study study = evaluated(actor, slug);
    Round round = rounds.get(study.id(), number);
    List<UUID> done =
        requests.codings(round.id()).stream()
            .filter(coding -> coding.personId().equals(actor.id()))
            .map(RequestCoding::requestId)
            .toList();
    List<Request> open =
        requests.of(round.id()).stream()
            .filter(one -> one.sentOn() != null && isApart(actor, one))
            .filter(one -> done.contains(one.id()) || one.codings() < round.coders())
            .toList();
    return Answer.page(
        "cabildo/studies/requests/coding.jte", new CodingListPage(study, round, open, done));
  }

  @GetMapping("/{id}")
  Answer show(
      Actor actor, @PathVariable String slug, @PathVariable int number, @PathVariable String id) {
    Study study = evaluated(actor, slug);
    return Answer.page(ONE, page(actor, study, number, id, Form.blank()));
  }

  @PostMapping("/{id}/judgement")
  @Transactional
  Answer judge(
      Lang lang,
      Actor actor,
      @PathVariable String slug,
      @PathVariable int number,
      @PathVariable String id,
      Form form) {
    Study study = evaluated(actor, slug);
    requests.lock(id);
    JudgementPage page = page(actor, study, number, id, form);
    Optional<RequestForm.Judgement> judgement = RequestForm.judgement(form, page.template());
    if (judgement.isEmpty()) {
      return Answer.again(ONE, page);
    }
    requests.code(actor, page.round(), page.request(), judgement.get());
    return Answer.seeOther("/" + lang + page.round().path() + "/coding");
  }

  private Study evaluated(Actor actor, String slug) {
    Study study = studies.get(slug);
    actor.mustHold(Role.EVALUATOR, study.scopes());
    return study;
  }

  private boolean isApart(Actor actor, Request request) {
    return !actor.belongsTo(sides.of(request.territoryId()))
        && !keepers.personasOf(actor.mustBeSignedIn()).contains(request.personaId());
  }

  private JudgementPage page(Actor actor, Study study, int number, String id, Form form) {
    Round round = rounds.get(study.id(), number);
    if (round.isClosed()) {
      throw Problem.conflict("studies.requests.closed");
    }
    Request request =
        requests.of(round.id()).stream()
            .filter(one -> one.id().toString().equals(id) && one.sentOn() != null)
            .findFirst()
            .orElseThrow(Problem::notFound);
    if (!isApart(actor, request)) {
      throw Problem.notAllowed("studies.requests.ownSide");
    }
    boolean isMine =
        requests.codings(round.id()).stream()
            .anyMatch(coding ->
                coding.requestId().equals(request.id()) && coding.personId().equals(actor.id()));
    if (!isMine && request.codings() >= round.coders()) {
      throw Problem.conflict("studies.requests.coding.taken");
    }
    Template template =
        rounds.templates(round.id()).stream()
            .filter(one -> one.id().equals(request.templateId()))
            .findFirst()
            .orElseThrow(Problem::notFound);
    return new JudgementPage(study, round, request, template, form);
  }
}
