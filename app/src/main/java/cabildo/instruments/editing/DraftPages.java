package cabildo.instruments.editing;

import cabildo.instruments.Instrument;
import cabildo.instruments.Instruments;
import cabildo.instruments.Version;
import cabildo.instruments.Versions;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;

/// For officers: new instruments, drafts of versions, and their publication.
@Controller
@RequestMapping("/{lang}/instruments")
@Transactional(readOnly = true)
public class DraftPages {
  private static final String NEW = "cabildo/instruments/editing/new.jte";
  private static final String EDIT = "cabildo/instruments/editing/edit.jte";

  private final Instruments instruments;
  private final Versions versions;

  public DraftPages(Instruments instruments, Versions versions) {
    this.instruments = instruments;
    this.versions = versions;
  }

  /// @param fault what keeps the stored draft from being published; absent when nothing does
  /// @param newer the document as somebody else saved it meanwhile; absent mostly
  public record EditPage(
      Instrument instrument,
      Version version,
      Form form,
      @Nullable String fault,
      @Nullable String newer) {}

  @GetMapping("/new")
  Answer fresh(Actor actor) {
    mustBeOfficer(actor);
    return Answer.page(NEW, Form.blank());
  }

  @PostMapping
  @Transactional
  Answer add(Lang lang, Actor actor, Form form) {
    mustBeOfficer(actor);
    Optional<InstrumentForm> read = InstrumentForm.read(form, instruments);
    if (read.isEmpty()) {
      return Answer.again(NEW, form);
    }
    InstrumentForm fresh = read.get();
    Instrument added = instruments.add(actor, fresh.name(), fresh.purpose(), fresh.source());
    Version draft = versions.draft(actor, added, fresh.document());
    return Answer.seeOther(edit(lang, added, draft));
  }

  /// A draft that begins as the newest version; the one that is open already, when there is one.
  @PostMapping("/{slug}/drafts")
  @Transactional
  Answer draft(Lang lang, Actor actor, @PathVariable String slug) {
    mustBeOfficer(actor);
    Instrument instrument = instruments.get(slug);
    List<Version> all = versions.of(instrument.id());
    Version newest = all.stream().findFirst().orElseThrow(Problem::notFound);
    Version open =
        newest.isPublished() ? versions.draft(actor, instrument, newest.definition()) : newest;
    return Answer.seeOther(edit(lang, instrument, open));
  }

  @GetMapping("/{slug}/versions/{number:[0-9]{1,6}}/document")
  Answer edit(Actor actor, @PathVariable String slug, @PathVariable int number) {
    mustBeOfficer(actor);
    Instrument instrument = instruments.get(slug);
    Version draft = draft(instrument, number);
    return Answer.page(EDIT, page(instrument, draft, filled(draft), null));
  }

  @PostMapping("/{slug}/versions/{number:[0-9]{1,6}}/document")
  @Transactional
  Answer save(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable int number, Form form) {
    mustBeOfficer(actor);
    Instrument instrument = instruments.get(slug);
    Version draft = draft(instrument, number);
    Optional<JsonNode> document = DraftDocument.read(form);
    if (document.isEmpty()) {
      return Answer.again(EDIT, page(instrument, draft, form, null));
    }
    if (isStale(form, draft)) {
      String newer = DraftDocument.pretty(draft.definition());
      return Answer.conflict(EDIT, page(instrument, draft, form, newer));
    }
    versions.change(actor, draft, document.get());
    return Answer.seeOther(edit(lang, instrument, draft));
  }

  @PostMapping("/{slug}/versions/{number:[0-9]{1,6}}/publication")
  @Transactional
  Answer publish(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable int number, Form form) {
    mustBeOfficer(actor);
    Instrument instrument = instruments.get(slug);
    Version draft = draft(instrument, number);
    if (isStale(form, draft)) {
      throw Problem.conflict("web.problem.conflict");
    }
    Optional<String> fault = DraftDocument.fault(draft.definition());
    if (fault.isPresent()) {
      throw Problem.invalid("instruments.editing.fault", fault.get());
    }
    versions.publish(actor, draft);
    return Answer.seeOther("/" + lang + instrument.path() + "/versions/" + number);
  }

  /// Any officer: an instrument belongs to no plan.
  private static void mustBeOfficer(Actor actor) {
    actor.mustBeSignedIn();
    if (!actor.holds(Role.OFFICER)) {
      throw Problem.notAllowed("instruments.editing.officerNeeded");
    }
  }

  private Version draft(Instrument instrument, int number) {
    Version version = versions.find(instrument.id(), number).orElseThrow(Problem::notFound);
    if (version.isPublished()) {
      throw Problem.conflict("instruments.editing.isFrozen", number);
    }
    return version;
  }

  private static boolean isStale(Form form, Version draft) {
    return !form.value("revision").equals(String.valueOf(draft.revision()));
  }

  private static Form filled(Version draft) {
    return Form.filled(Map.of("document", DraftDocument.pretty(draft.definition())));
  }

  private static EditPage page(
      Instrument instrument, Version draft, Form form, @Nullable String newer) {
    String fault = DraftDocument.fault(draft.definition()).orElse(null);
    return new EditPage(instrument, draft, form, fault, newer);
  }

  private static String edit(Lang lang, Instrument instrument, Version draft) {
    return "/" + lang + instrument.path() + "/versions/" + draft.number() + "/document";
  }
}
