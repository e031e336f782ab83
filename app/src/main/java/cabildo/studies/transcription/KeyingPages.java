package cabildo.studies.transcription;

import cabildo.instruments.PlacedItem;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.members.Territories;
import cabildo.studies.collection.AskedPage;
import cabildo.studies.collection.CheckPage;
import cabildo.studies.collection.CitizenSide;
import cabildo.studies.collection.CitizenSides;
import cabildo.studies.collection.FormPage;
import cabildo.studies.collection.PageForm;
import cabildo.studies.collection.Questionnaire;
import cabildo.studies.collection.Questionnaires;
import cabildo.studies.collection.SentPage;
import cabildo.studies.sampling.Draws;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Keying one sheet: the same pages as the person would see, by an official who sees nothing of
/// what the other one keyed.
@Controller
@RequestMapping("/{lang}/studies/{slug}/paper/{id}")
@Transactional(readOnly = true)
public class KeyingPages {
  private static final String PAGE = "cabildo/studies/collection/page.jte";
  private static final String CHECK = "cabildo/studies/collection/check.jte";

  private final CitizenSides sides;
  private final Papers papers;
  private final Questionnaires questionnaires;
  private final Territories territories;
  private final Draws draws;

  KeyingPages(
      CitizenSides sides,
      Papers papers,
      Questionnaires questionnaires,
      Territories territories,
      Draws draws) {
    this.sides = sides;
    this.papers = papers;
    this.questionnaires = questionnaires;
    this.territories = territories;
    this.draws = draws;
  }

  /// A sheet in the hands of the person who keys it.
  private record Desk(CitizenSide side, Paper paper, Keying keying, Questionnaire questionnaire) {
    String base() {
      return side.path() + "/paper/" + paper.id();
    }
  }

  @PostMapping("/keyings")
  @Transactional
  Answer begin(Lang lang, Actor actor, @PathVariable String slug, @PathVariable String id) {
    CitizenSide side = sides.forOfficer(actor, slug);
    sides.mustBeOpen(side);
    Paper paper = paper(side, id);
    if (paper.settledAt() != null) {
      throw Problem.conflict("studies.transcription.paper.settledAlready");
    }
    Keying keying = papers.begin(actor, side, paper, known(side, paper));
    Questionnaire questionnaire = questionnaires.of(side, keying.answersByPath(), paper.reading());
    String base = "/" + lang + side.path() + "/paper/" + paper.id();
    return Answer.seeOther(base + questionnaire.after(keying.lastPage()));
  }

  @GetMapping("/pages/{number:[0-9]{1,3}}")
  Answer show(
      Lang lang,
      Actor actor,
      @PathVariable String slug,
      @PathVariable String id,
      @PathVariable int number,
      Form form) {
    Desk desk = desk(actor, slug, id);
    FormPage page = desk.questionnaire().page(number).orElseThrow(Problem::notFound);
    return Answer.page(PAGE, page(desk, desk.questionnaire(), page, lang, form));
  }

  @PostMapping("/pages/{number:[0-9]{1,3}}")
  @Transactional
  Answer save(
      Lang lang,
      Actor actor,
      @PathVariable String slug,
      @PathVariable String id,
      @PathVariable int number,
      Form form) {
    Desk desk = desk(actor, slug, id);
    Questionnaire before = desk.questionnaire();
    FormPage page = before.page(number).orElseThrow(Problem::notFound);
    List<String> asked = PageForm.asked(form, before.definition(), page);
    Map<String, String> answers =
        PageForm.without(form.value("then"), questionnaires.read(form, asked, before));
    papers.save(actor, desk.side(), desk.keying(), answers, number);
    Questionnaire now = questionnaires.of(desk.side(), answers, desk.paper().reading());
    var sent = new SentPage(now, page, asked, form);
    return sent.mustBeMended(desk.paper().reading())
        ? Answer.again(PAGE, page(desk, now, page, lang, form))
        : Answer.seeOther("/" + lang + desk.base() + sent.next());
  }

  /// Where somebody comes who leaves a page for later.
  @GetMapping("/saved")
  Answer saved(Lang lang, Actor actor, @PathVariable String slug, @PathVariable String id) {
    return Answer.seeOther("/" + lang + desk(actor, slug, id).base());
  }

  @GetMapping("/check")
  Answer check(Actor actor, @PathVariable String slug, @PathVariable String id) {
    return Answer.page(CHECK, check(desk(actor, slug, id), Form.blank()));
  }

  @PostMapping("/completion")
  @Transactional
  Answer finish(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable String id, Form form) {
    Desk desk = desk(actor, slug, id);
    Questionnaire keyed = desk.questionnaire();
    keyed.faults().forEach(fault -> SentPage.refuse(form, fault, keyed, desk.paper().reading()));
    if (form.isFaulty()) {
      return Answer.again(CHECK, check(desk, form));
    }
    papers.finish(actor, desk.side(), desk.keying());
    return Answer.seeOther("/" + lang + desk.base());
  }

  private AskedPage page(
      Desk desk, Questionnaire questionnaire, FormPage page, Lang lang, Form form) {
    return AskedPage.of(
        desk.base(),
        desk.paper().code(),
        questionnaire,
        page,
        desk.paper().reading(),
        lang,
        form,
        Map.of(),
        true);
  }

  private static CheckPage check(Desk desk, Form form) {
    return CheckPage.of(
        desk.base(), desk.paper().code(), desk.questionnaire(), desk.paper().reading(), form, true);
  }

  /// `NotFound` for a sheet that the person has not begun to key.
  private Desk desk(Actor actor, String slug, String id) {
    CitizenSide side = sides.forOfficer(actor, slug);
    sides.mustBeOpen(side);
    Paper paper = paper(side, id);
    Keying keying =
        papers.keying(paper.id(), actor.mustBeSignedIn()).orElseThrow(Problem::notFound);
    if (keying.finishedAt() != null) {
      throw Problem.conflict("studies.transcription.paper.finishedAlready");
    }
    return new Desk(
        side, paper, keying, questionnaires.of(side, keying.answersByPath(), paper.reading()));
  }

  private Paper paper(CitizenSide side, String id) {
    Paper paper = papers.get(Ids.read(id).orElseThrow(Problem::notFound));
    if (!paper.componentId().equals(side.component().id())) {
      throw Problem.notFound();
    }
    return paper;
  }

  /// The consent that the sheet says, and the municipality.
  private Map<String, String> known(CitizenSide side, Paper paper) {
    Map<String, String> known = new HashMap<>();
    var definition = questionnaires.definition(side);
    for (PlacedItem placed : definition.used("consent")) {
      known.put(placed.path(), "yes");
    }
    Integer unit = paper.unit();
    UUID place = unit == null ? paper.territoryId() : draws.territory(side.study().id(), unit);
    for (PlacedItem placed : definition.used("territory")) {
      if (place != null) {
        known.put(placed.path(), territories.get(place).code());
      }
    }
    return known;
  }
}
