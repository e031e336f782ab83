package cabildo.studies.collection;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.statistics.nonresponse.ResponseRates;
import cabildo.studies.QrCode;
import cabildo.studies.Study;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Invitations of a study: by unit, on sheets to print, withdrawn, and what came of each.
@Controller
@RequestMapping("/{lang}/studies/{slug}/invitations")
@Transactional(readOnly = true)
public class InvitationPages {
  private static final String LIST = "cabildo/studies/collection/invitations.jte";
  private static final String UNIT = "cabildo/studies/collection/unit.jte";
  private static final String NEW = "cabildo/studies/collection/sheets_form.jte";
  private static final String SHEETS = "cabildo/studies/collection/sheets.jte";

  private final CitizenSides sides;
  private final Notices notices;
  private final Invitations invitations;
  private final ContactOutcomes outcomes;
  private final OpenLinks openLinks;

  InvitationPages(
      CitizenSides sides,
      Notices notices,
      Invitations invitations,
      ContactOutcomes outcomes,
      OpenLinks openLinks) {
    this.sides = sides;
    this.notices = notices;
    this.invitations = invitations;
    this.outcomes = outcomes;
    this.openLinks = openLinks;
  }

  /// @param rates of all units together
  /// @param openAddress where anybody may answer, as people read it
  public record InvitationsPage(
      Study study,
      List<UnitProgress> units,
      ResponseRates rates,
      boolean hasNotice,
      boolean isLinkOpen,
      String openAddress) {}

  public record UnitPage(Study study, UnitProgress unit, List<Invitation> invitations, Form form) {}

  public record SheetsFormPage(Study study, List<UnitProgress> units, Form form) {}

  /// @param address where a code is typed in, as people read it
  public record SheetsPage(Study study, Notice notice, String address, List<Sheet> sheets) {}

  public record Sheet(UnitProgress unit, List<Card> cards) {}

  public record Card(String reference, String code, QrCode qr) {}

  @GetMapping
  Answer list(Actor actor, @PathVariable String slug) {
    CitizenSide asked = sides.forOfficer(actor, slug);
    return Answer.page(
        LIST,
        new InvitationsPage(
            asked.study(),
            invitations.byUnit(asked.component()),
            outcomes.all(asked.component().id()),
            notices.current(asked.study().id()).isPresent(),
            openLinks.isOpen(asked.component().id()),
            home("/es" + asked.path() + "/answers/new")));
  }

  @GetMapping("/sheets")
  Answer blank(Actor actor, @PathVariable String slug, Form form) {
    CitizenSide asked = sides.forOfficer(actor, slug);
    sides.mustBeBeforeTheEnd(asked);
    notices.mustHave(asked.study().id());
    return Answer.page(NEW, new SheetsFormPage(asked.study(), drawn(asked), form));
  }

  /// Answers with the sheets themselves, not with a way to them: codes cannot be shown a second
  /// time.
  @PostMapping("/sheets")
  @Transactional
  Answer issue(Actor actor, @PathVariable String slug, Form form) {
    CitizenSide asked = sides.forOfficer(actor, slug);
    sides.mustBeBeforeTheEnd(asked);
    Notice notice = notices.mustHave(asked.study().id());
    List<UnitProgress> units = drawn(asked);
    var batches = InvitationForm.read(form, units);
    if (batches.isEmpty()) {
      return Answer.again(NEW, new SheetsFormPage(asked.study(), units, form));
    }
    List<Sheet> sheets = new ArrayList<>();
    for (InvitationForm.Batch batch : batches.get()) {
      sheets.add(print(actor, asked, batch.unit(), batch.count()));
    }
    return Answer.page(SHEETS, new SheetsPage(asked.study(), notice, address(""), sheets));
  }

  @GetMapping("/units/{number:[0-9]{1,6}}")
  Answer unit(Actor actor, @PathVariable String slug, @PathVariable int number) {
    return Answer.page(UNIT, unitPage(sides.forOfficer(actor, slug), number, Form.blank()));
  }

  /// For sheets that were lost: what nobody has used yet is withdrawn, and as many are printed.
  @PostMapping("/units/{number:[0-9]{1,6}}/replacement")
  @Transactional
  Answer replace(Actor actor, @PathVariable String slug, @PathVariable int number) {
    CitizenSide asked = sides.forOfficer(actor, slug);
    sides.mustBeBeforeTheEnd(asked);
    Notice notice = notices.mustHave(asked.study().id());
    UnitProgress unit = invitations.unit(asked.component(), number);
    int count = invitations.withdrawUnused(actor, asked.component(), number);
    if (count == 0) {
      throw Problem.conflict("studies.collection.invitations.noneUnused");
    }
    List<Sheet> sheets = List.of(print(actor, asked, unit, count));
    return Answer.page(SHEETS, new SheetsPage(asked.study(), notice, address(""), sheets));
  }

  @PostMapping("/{id}/withdrawal")
  @Transactional
  Answer withdraw(Lang lang, Actor actor, @PathVariable String slug, @PathVariable String id) {
    CitizenSide asked = sides.forOfficer(actor, slug);
    Invitation invitation = invitation(asked, id);
    invitations.withdraw(actor, asked.study().id(), invitation);
    return Answer.seeOther(unitPath(lang, asked, invitation.unit()));
  }

  @PostMapping("/units/{number:[0-9]{1,6}}/outcomes")
  @Transactional
  Answer recordOutcome(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable int number, Form form) {
    CitizenSide asked = sides.forOfficer(actor, slug);
    UnitPage page = unitPage(asked, number, form);
    Optional<OutcomeForm.Contact> contact = OutcomeForm.read(form, page.invitations());
    if (contact.isEmpty()) {
      return Answer.again(UNIT, page);
    }
    outcomes.record(actor, asked.study().id(), contact.get());
    return Answer.seeOther(unitPath(lang, asked, number));
  }

  private UnitPage unitPage(CitizenSide asked, int number, Form form) {
    return new UnitPage(
        asked.study(),
        invitations.unit(asked.component(), number),
        invitations.of(asked.component().id(), number),
        form);
  }

  private Sheet print(Actor actor, CitizenSide asked, UnitProgress unit, int count) {
    List<Card> cards =
        invitations.issue(actor, asked.component(), unit.number(), count).stream()
            .map(issued ->
                new Card(
                    issued.reference(),
                    issued.code().grouped(),
                    QrCode.of(address("/" + issued.code().text()))))
            .toList();
    return new Sheet(unit, cards);
  }

  private Invitation invitation(CitizenSide asked, String id) {
    Invitation invitation = invitations.get(Ids.read(id).orElseThrow(Problem::notFound));
    if (!invitation.componentId().equals(asked.component().id())) {
      throw Problem.notFound();
    }
    return invitation;
  }

  private List<UnitProgress> drawn(CitizenSide asked) {
    List<UnitProgress> units = invitations.byUnit(asked.component());
    if (units.isEmpty()) {
      throw Problem.conflict("studies.collection.invitations.drawFirst");
    }
    return units;
  }

  private static String unitPath(Lang lang, CitizenSide asked, int unit) {
    return "/" + lang + asked.study().path() + "/invitations/units/" + unit;
  }

  /// The whole address in the language that most people read.
  static String address(String rest) {
    return home("/es/answers" + rest);
  }

  private static String home(String path) {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
  }
}
