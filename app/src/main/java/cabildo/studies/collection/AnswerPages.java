package cabildo.studies.collection;

import cabildo.instruments.Definition;
import cabildo.instruments.Item;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.Lang;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The first and the last page of a form: notice and consent, declining, the receipt. The link is
/// the only authority here, so these forms hold no token.
@Controller
@RequestMapping("/{lang}/answers")
@Transactional(readOnly = true)
public class AnswerPages {
  private static final String CODE = "cabildo/studies/collection/code.jte";
  private static final String COVER = "cabildo/studies/collection/cover.jte";
  private static final String SHUT = "cabildo/studies/collection/shut.jte";
  private static final String RECEIPT = "cabildo/studies/collection/receipt.jte";
  private static final String DECLINED = "cabildo/studies/collection/declined.jte";

  private final Links links;
  private final Notices notices;
  private final Sittings sittings;
  private final ContactOutcomes outcomes;
  private final Questionnaires questionnaires;
  private final BeginSitting beginSitting;

  AnswerPages(
      Links links,
      Notices notices,
      Sittings sittings,
      ContactOutcomes outcomes,
      Questionnaires questionnaires,
      BeginSitting beginSitting) {
    this.links = links;
    this.notices = notices;
    this.sittings = sittings;
    this.outcomes = outcomes;
    this.questionnaires = questionnaires;
    this.beginSitting = beginSitting;
  }

  public record CodePage(Form form) {}

  /// @param languages of the questionnaire
  /// @param reading the language in which it is read here
  /// @param consent the question by which the questionnaire asks for consent; absent when it has
  ///   none of its own
  public record CoverPage(
      Link link,
      Notice notice,
      List<Lang> languages,
      Lang reading,
      @Nullable Item consent,
      List<Part.Option> options,
      Form form) {}

  public record ShutPage(Link link) {}

  public record ReceiptPage(Link link) {}

  public record DeclinedPage(Link link) {}

  /// Where the code of a card is typed in.
  @GetMapping
  Answer code(Lang lang, Form form) {
    String typed = form.value("code").strip();
    if (typed.isEmpty()) {
      return Answer.page(CODE, new CodePage(Form.blank()));
    }
    Optional<LinkCode> code = LinkCode.read(typed);
    if (code.isEmpty()) {
      form.refuse("code", "studies.collection.answer.mistyped");
    } else if (links.find(code.get()).isEmpty()) {
      form.refuse("code", "studies.collection.answer.unknownCode");
    }
    return form.isFaulty()
        ? Answer.again(CODE, new CodePage(form))
        : Answer.seeOther("/" + lang + "/answers/" + code.orElseThrow().text());
  }

  @GetMapping("/{code}")
  Answer cover(Lang lang, @PathVariable String code, Form form) {
    Link link = links.get(code);
    return link.why() == null ? Answer.page(COVER, page(lang, link, form)) : shut(link);
  }

  @PostMapping("/{code}")
  @Transactional
  Answer begin(Lang lang, @PathVariable String code, Form form) {
    Link link = links.get(code);
    if (link.why() != null) {
      return shut(link);
    }
    CoverPage page = page(lang, link, form);
    String agreed = form.value("consent");
    if (agreed.isEmpty()) {
      form.refuse("consent", "studies.collection.answer.consentNeeded");
      return Answer.again(COVER, page);
    }
    if (!agreed.equals("yes")) {
      return decline(lang, link);
    }
    beginSitting.of(link, page.notice(), page.reading());
    return Answer.seeOther("/" + lang + link.path() + "/pages/next");
  }

  private Answer decline(Lang lang, Link link) {
    if (link.sitting() != null) {
      sittings.erase(link.sitting());
    }
    if (link.invitation() != null) {
      outcomes.decline(link.invitation().id());
    }
    return Answer.seeOther("/" + lang + link.path() + "/refusal");
  }

  @GetMapping("/{code}/refusal")
  Answer declined(@PathVariable String code) {
    return Answer.page(DECLINED, new DeclinedPage(links.get(code)));
  }

  @GetMapping("/{code}/receipt")
  Answer receipt(Lang lang, @PathVariable String code) {
    Link link = links.get(code);
    boolean isSent = link.sitting() != null && link.why() == Link.Shut.ANSWERED;
    return isSent
        ? Answer.page(RECEIPT, new ReceiptPage(link))
        : Answer.seeOther("/" + lang + link.path());
  }

  private CoverPage page(Lang lang, Link link, Form form) {
    Definition definition = questionnaires.definition(link.side());
    Lang reading = questionnaires.reading(definition, form.value("in"), link.sitting(), lang);
    Optional<PlacedItem> consent = definition.used("consent").stream().findFirst();
    List<Part.Option> options =
        consent.stream()
            .flatMap(placed -> definition.choicesOf(placed.item()).stream())
            .map(choice -> new Part.Option(choice.name(), choice.label().in(reading)))
            .toList();
    return new CoverPage(
        link,
        notices.mustHave(link.side().study().id()),
        definition.languages(),
        reading,
        consent.map(PlacedItem::item).orElse(null),
        options,
        form);
  }

  /// 410 for what will not open again, 409 for what has not opened yet.
  static Answer shut(Link link) {
    int status = link.why() == Link.Shut.NOT_YET ? 409 : 410;
    return new Answer.Page(SHUT, new ShutPage(link), status, null);
  }
}
