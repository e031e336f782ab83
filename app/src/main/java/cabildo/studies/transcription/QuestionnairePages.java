package cabildo.studies.transcription;

import cabildo.instruments.Definition;
import cabildo.instruments.Group;
import cabildo.instruments.Item;
import cabildo.instruments.ItemType;
import cabildo.instruments.Node;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.LocalText.Reading;
import cabildo.studies.Study;
import cabildo.studies.collection.CitizenSide;
import cabildo.studies.collection.CitizenSides;
import cabildo.studies.collection.Notice;
import cabildo.studies.collection.Notices;
import cabildo.studies.collection.Questionnaires;
import cabildo.text.Messages;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The questionnaire as it is printed and filled in by hand, in any of its languages. Anybody may
/// read what is asked.
@Controller
@Transactional(readOnly = true)
public class QuestionnairePages {
  private static final String PAGE = "cabildo/studies/transcription/questionnaire.jte";

  private final CitizenSides sides;
  private final Questionnaires questionnaires;
  private final Notices notices;
  private final Messages messages;

  QuestionnairePages(
      CitizenSides sides, Questionnaires questionnaires, Notices notices, Messages messages) {
    this.sides = sides;
    this.questionnaires = questionnaires;
    this.notices = notices;
    this.messages = messages;
  }

  /// @param notice absent as long as none was published
  public record QuestionnairePage(
      Study study,
      @Nullable Notice notice,
      List<Lang> languages,
      Lang reading,
      List<PrintedPart> parts) {}

  @GetMapping("/{lang}/studies/{slug}/questionnaire")
  Answer show(Lang lang, @PathVariable String slug, Form form) {
    CitizenSide side = sides.get(slug);
    Definition definition = questionnaires.definition(side);
    Lang reading = questionnaires.reading(definition, form.value("in"), lang);
    return Answer.page(
            PAGE,
            new QuestionnairePage(
                side.study(),
                notices.current(side.study().id()).orElse(null),
                definition.languages(),
                reading,
                parts(definition, lang, reading)))
        .shared(List.of(side.study().id()));
  }

  private List<PrintedPart> parts(Definition definition, Lang lang, Lang reading) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (PlacedItem placed : definition.items()) {
      if (isPrinted(placed.item()) && placed.item().type() != ItemType.NOTE) {
        numbers.put(placed.path(), numbers.size() + 1);
      }
    }
    var words = new SkipWords(definition, numbers, messages, lang, reading);
    List<PrintedPart> parts = new ArrayList<>();
    for (Node node : definition.children()) {
      collect(node, "", definition, numbers, words, reading, parts);
    }
    return parts;
  }

  private static void collect(
      Node node,
      String above,
      Definition definition,
      Map<String, Integer> numbers,
      SkipWords words,
      Lang reading,
      List<PrintedPart> parts) {
    String path = above + node.name();
    String onlyIf = node.relevant() == null ? null : words.of(node.relevant());
    switch (node) {
      case Group group -> {
        LocalText label = group.label();
        boolean isRepeated = group.repeat() != null;
        if (label != null) {
          parts.add(
              new PrintedPart(0, label.in(reading), null, null, List.of(), onlyIf, isRepeated));
        }
        group
            .children()
            .forEach(
                child -> collect(child, path + "/", definition, numbers, words, reading, parts));
      }
      case Item item -> {
        LocalText label = item.label();
        if (isPrinted(item) && label != null) {
          List<Reading> options =
              definition.choicesOf(item).stream().map(one -> one.label().in(reading)).toList();
          Reading hint = item.hint() == null ? null : item.hint().in(reading);
          int number = numbers.getOrDefault(path, 0);
          parts.add(new PrintedPart(number, label.in(reading), hint, item, options, onlyIf, false));
        }
      }
    }
  }

  /// Files and places of a device cannot be filled in by hand; consent stands above the questions.
  private static boolean isPrinted(Item item) {
    boolean isByHand = item.type().isAsked() || item.type() == ItemType.NOTE;
    return isByHand && !item.type().isFile() && item.calculation() == null;
  }
}
