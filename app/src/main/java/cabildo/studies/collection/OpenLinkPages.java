package cabildo.studies.collection;

import cabildo.instruments.Definition;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.web.AddressLimits;
import cabildo.web.Answer;
import cabildo.web.Form;
import cabildo.web.SameOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.text.Collator;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Anybody may answer: a stream of its own, which says so on every page.
@Controller
@RequestMapping("/{lang}/studies/{slug}")
@Transactional(readOnly = true)
public class OpenLinkPages {
  private static final String NEW = "cabildo/studies/collection/volunteer.jte";
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int OF_ONE_ADDRESS = 10;
  private static final int OF_ALL = 5_000;

  private final CitizenSides sides;
  private final OpenLinks openLinks;
  private final Notices notices;
  private final Questionnaires questionnaires;
  private final Territories territories;
  private final BeginSitting beginSitting;
  private final AddressLimits limits;

  OpenLinkPages(
      CitizenSides sides,
      OpenLinks openLinks,
      Notices notices,
      Questionnaires questionnaires,
      Territories territories,
      BeginSitting beginSitting,
      Clock clock) {
    this.sides = sides;
    this.openLinks = openLinks;
    this.notices = notices;
    this.questionnaires = questionnaires;
    this.territories = territories;
    this.beginSitting = beginSitting;
    this.limits = new AddressLimits(clock, WINDOW, OF_ONE_ADDRESS, OF_ALL);
  }

  /// @param places the municipalities of the study's territory, in the order of the alphabet
  public record VolunteerPage(
      CitizenSide side,
      Notice notice,
      List<Territory> places,
      List<Lang> languages,
      Lang reading,
      Form form) {}

  @GetMapping("/answers/new")
  Answer blank(Lang lang, @PathVariable String slug, Form form) {
    return Answer.page(NEW, page(lang, open(slug), form));
  }

  @PostMapping("/answers")
  @Transactional
  Answer begin(Lang lang, @PathVariable String slug, Form form, HttpServletRequest request) {
    SameOrigin.check(request);
    VolunteerPage page = page(lang, open(slug), form);
    Optional<Territory> place = place(form, page);
    if (!form.value("consent").equals("yes")) {
      form.refuse("consent", "studies.collection.open.consentNeeded");
    }
    if (place.isEmpty() || form.isFaulty()) {
      return Answer.again(NEW, page);
    }
    if (!limits.allows(request.getRemoteAddr())) {
      form.refuse("place", "studies.collection.open.tooMany");
      return new Answer.Page(NEW, page, 429, null);
    }
    LinkCode code =
        beginSitting.ofVolunteer(page.side(), place.get().id(), page.notice(), page.reading());
    return Answer.seeOther("/" + lang + "/answers/" + code.text() + "/pages/next");
  }

  @PostMapping("/open-link")
  @Transactional
  Answer open(Lang lang, Actor actor, @PathVariable String slug) {
    CitizenSide side = sides.forOfficer(actor, slug);
    sides.mustBeBeforeTheEnd(side);
    notices.mustHave(side.study().id());
    openLinks.open(actor, side);
    return Answer.seeOther("/" + lang + side.path() + "/invitations");
  }

  @PostMapping("/open-link/closure")
  @Transactional
  Answer close(Lang lang, Actor actor, @PathVariable String slug) {
    CitizenSide side = sides.forOfficer(actor, slug);
    openLinks.close(actor, side);
    return Answer.seeOther("/" + lang + side.path() + "/invitations");
  }

  private CitizenSide open(String slug) {
    CitizenSide side = sides.get(slug);
    sides.mustBeOpen(side);
    if (!openLinks.isOpen(side.component().id())) {
      throw Problem.conflict("studies.collection.open.shut");
    }
    return side;
  }

  private static Optional<Territory> place(Form form, VolunteerPage page) {
    Optional<Territory> place =
        page.places().stream().filter(one -> one.code().equals(form.value("place"))).findFirst();
    if (place.isEmpty()) {
      form.refuse("place", "studies.collection.open.placeNeeded");
    }
    return place;
  }

  private VolunteerPage page(Lang lang, CitizenSide side, Form form) {
    Definition definition = questionnaires.definition(side);
    Lang reading = questionnaires.reading(definition, form.value("in"), null, lang);
    Collator alphabet = Collator.getInstance(Locale.forLanguageTag("es-MX"));
    List<Territory> places =
        territories.children(side.study().territoryId()).stream()
            .sorted(Comparator.comparing(one -> one.name().in(lang).text(), alphabet))
            .toList();
    Notice notice = notices.mustHave(side.study().id());
    return new VolunteerPage(side, notice, places, definition.languages(), reading, form);
  }
}
