package cabildo.studies.collection;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.studies.LineFault;
import cabildo.studies.Study;
import cabildo.studies.Table;
import cabildo.studies.UploadedTable;
import cabildo.web.Answer;
import cabildo.web.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Addresses of invited people, and writing to those who have not answered.
@Controller
@RequestMapping("/{lang}/studies/{slug}")
@Transactional(readOnly = true)
public class ContactPages {
  private static final String PAGE = "cabildo/studies/collection/contacts.jte";
  private static final int MOST_DAYS = 400;
  private static final int USUAL_DAYS = 60;

  private final CitizenSides sides;
  private final Invitations invitations;
  private final Contacts contacts;
  private final SendReminders sendReminders;
  private final Clock clock;

  ContactPages(
      CitizenSides sides,
      Invitations invitations,
      Contacts contacts,
      SendReminders sendReminders,
      Clock clock) {
    this.sides = sides;
    this.invitations = invitations;
    this.contacts = contacts;
    this.sendReminders = sendReminders;
    this.clock = clock;
  }

  /// @param due how many may be written to now
  public record ContactsPage(
      Study study, Contacts.Counts counts, int due, Form form, List<LineFault> faults) {}

  @GetMapping("/contacts")
  Answer show(Actor actor, @PathVariable String slug) {
    CitizenSide side = sides.forOfficer(actor, slug);
    String usual = LocalDate.now(clock).plusDays(USUAL_DAYS).toString();
    return Answer.page(PAGE, page(side, Form.filled(Map.of("eraseOn", usual)), List.of()));
  }

  /// All lines or none: what is wrong with any is said line by line.
  @PostMapping("/contacts")
  @Transactional
  Answer keep(
      Lang lang, Actor actor, @PathVariable String slug, Form form, HttpServletRequest request) {
    CitizenSide side = sides.forOfficer(actor, slug);
    sides.mustBeBeforeTheEnd(side);
    Optional<LocalDate> eraseOn = eraseOn(form);
    Optional<Table> table = UploadedTable.read(form, request);
    if (form.isFaulty() || table.isEmpty()) {
      return Answer.again(PAGE, page(side, form, List.of()));
    }
    ReadContacts.Outcome read = ReadContacts.read(table.get(), all(side));
    if (!read.faults().isEmpty()) {
      form.refuse("file", "studies.collection.contacts.faulty", read.faults().size());
      return Answer.again(PAGE, page(side, form, read.faults()));
    }
    contacts.keep(actor, side.study().id(), read.contacts(), eraseOn.orElseThrow());
    return Answer.seeOther("/" + lang + side.path() + "/contacts");
  }

  @PostMapping("/reminders")
  @Transactional
  Answer send(Lang lang, Actor actor, @PathVariable String slug) {
    CitizenSide side = sides.forOfficer(actor, slug);
    sides.mustBeOpen(side);
    String home = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    if (sendReminders.send(actor, side, home) == 0) {
      throw Problem.conflict("studies.collection.contacts.nobodyDue");
    }
    return Answer.seeOther("/" + lang + side.path() + "/contacts");
  }

  private ContactsPage page(CitizenSide side, Form form, List<LineFault> faults) {
    return new ContactsPage(
        side.study(),
        contacts.counts(side.component().id()),
        contacts.due(side.component().id()).size(),
        form,
        faults);
  }

  private Optional<LocalDate> eraseOn(Form form) {
    Optional<LocalDate> eraseOn = form.date("eraseOn", "studies.collection.contacts.eraseNeeded");
    LocalDate today = LocalDate.now(clock);
    if (eraseOn
        .filter(day -> !day.isAfter(today) || day.isAfter(today.plusDays(MOST_DAYS)))
        .isPresent()) {
      form.refuse("eraseOn", "studies.collection.contacts.eraseWithin", MOST_DAYS);
    }
    return eraseOn;
  }

  private List<Invitation> all(CitizenSide side) {
    List<Invitation> all = new ArrayList<>();
    for (UnitProgress unit : invitations.byUnit(side.component())) {
      all.addAll(invitations.of(side.component().id(), unit.number()));
    }
    return all;
  }
}
