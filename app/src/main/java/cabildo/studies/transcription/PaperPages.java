package cabildo.studies.transcription;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.studies.Study;
import cabildo.studies.collection.CitizenSide;
import cabildo.studies.collection.CitizenSides;
import cabildo.studies.collection.Invitation;
import cabildo.studies.collection.Invitations;
import cabildo.studies.collection.Questionnaires;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Sheets on paper: each keyed by two people, compared, and settled.
@Controller
@RequestMapping("/{lang}/studies/{slug}/paper")
@Transactional(readOnly = true)
public class PaperPages {
  private static final String LIST = "cabildo/studies/transcription/papers.jte";
  private static final String SHOW = "cabildo/studies/transcription/paper.jte";

  private final CitizenSides sides;
  private final Papers papers;
  private final Invitations invitations;
  private final Territories territories;
  private final Questionnaires questionnaires;
  private final SettlePaper settlePaper;

  PaperPages(
      CitizenSides sides,
      Papers papers,
      Invitations invitations,
      Territories territories,
      Questionnaires questionnaires,
      SettlePaper settlePaper) {
    this.sides = sides;
    this.papers = papers;
    this.invitations = invitations;
    this.territories = territories;
    this.questionnaires = questionnaires;
    this.settlePaper = settlePaper;
  }

  public record PapersPage(
      Study study, List<Paper> papers, List<Territory> places, List<Lang> languages, Form form) {}

  /// @param mine what the person at hand has keyed; absent when nothing
  /// @param comparison of the two; absent before both have finished
  public record PaperPage(
      Study study,
      Paper paper,
      List<Keying> keyings,
      @Nullable Keying mine,
      @Nullable Comparison comparison,
      Form form) {}

  @GetMapping
  Answer list(Actor actor, @PathVariable String slug) {
    CitizenSide side = sides.forOfficer(actor, slug);
    return Answer.page(LIST, page(side, Form.blank()));
  }

  /// The same code leads to the sheet that was begun.
  @PostMapping
  @Transactional
  Answer add(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    CitizenSide side = sides.forOfficer(actor, slug);
    sides.mustBeOpen(side);
    String code = form.value("code").strip();
    Optional<Paper> begun = papers.find(side.component().id(), code);
    if (begun.isPresent()) {
      return Answer.seeOther(path(lang, side, begun.get().id()));
    }
    PapersPage page = page(side, form);
    var wanted =
        PaperForm.read(form, card(side, code), page.places(), questionnaires.definition(side));
    return wanted.isEmpty()
        ? Answer.again(LIST, page)
        : Answer.seeOther(path(lang, side, papers.add(actor, side, wanted.get())));
  }

  @GetMapping("/{id}")
  Answer show(Lang lang, Actor actor, @PathVariable String slug, @PathVariable String id) {
    CitizenSide side = sides.forOfficer(actor, slug);
    return Answer.page(SHOW, page(lang, actor, side, paper(side, id), Form.blank()));
  }

  @PostMapping("/{id}/settlement")
  @Transactional
  Answer settle(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable String id, Form form) {
    CitizenSide side = sides.forOfficer(actor, slug);
    sides.mustBeOpen(side);
    Paper paper = paper(side, id);
    if (paper.next() != Paper.Next.SETTLE) {
      throw Problem.conflict("studies.transcription.paper.notTwo");
    }
    settlePaper.of(actor, side, paper, form, lang);
    return form.isFaulty()
        ? Answer.again(SHOW, page(lang, actor, side, paper, form))
        : Answer.seeOther(path(lang, side, paper.id()));
  }

  private PapersPage page(CitizenSide side, Form form) {
    return new PapersPage(
        side.study(),
        papers.of(side.component().id()),
        territories.children(side.study().territoryId()),
        questionnaires.definition(side).languages(),
        form);
  }

  private PaperPage page(Lang lang, Actor actor, CitizenSide side, Paper paper, Form form) {
    List<Keying> keyings = papers.keyings(paper.id());
    Keying mine = papers.keying(paper.id(), actor.mustBeSignedIn()).orElse(null);
    Comparison comparison =
        paper.finished() < 2 ? null : settlePaper.compare(side, paper, keyings, lang);
    return new PaperPage(side.study(), paper, keyings, mine, comparison, form);
  }

  private Optional<Invitation> card(CitizenSide side, String code) {
    if (!code.matches("\\d{3,6}-\\d{3,6}")) {
      return Optional.empty();
    }
    int unit = Integer.parseInt(code.substring(0, code.indexOf('-')));
    return invitations.of(side.component().id(), unit).stream()
        .filter(invitation -> invitation.reference().equals(code))
        .findFirst();
  }

  private Paper paper(CitizenSide side, String id) {
    Paper paper = papers.get(Ids.read(id).orElseThrow(Problem::notFound));
    if (!paper.componentId().equals(side.component().id())) {
      throw Problem.notFound();
    }
    return paper;
  }

  private static String path(Lang lang, CitizenSide side, UUID id) {
    return "/" + lang + side.path() + "/paper/" + id;
  }
}
