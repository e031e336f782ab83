package cabildo.studies.collection;

import cabildo.instruments.Group;
import cabildo.instruments.Item;
import cabildo.instruments.Node;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.LocalText.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays out one page of a questionnaire as it is asked now: what is relevant, the choices that can
/// be chosen, the turns of repeated groups.
final class LayOutPage {
  private final Questionnaire questionnaire;
  private final Lang lang;
  private final Lang interfaceLang;

  /// The repeated group to which a further, blank turn is added; or nothing.
  private final String more;

  private final List<Part> parts = new ArrayList<>();

  private LayOutPage(Questionnaire questionnaire, Lang lang, Lang interfaceLang, String more) {
    this.questionnaire = questionnaire;
    this.lang = lang;
    this.interfaceLang = interfaceLang;
    this.more = more;
  }

  static List<Part> of(
      Questionnaire questionnaire, FormPage page, Lang lang, Lang interfaceLang, String more) {
    var layOut = new LayOutPage(questionnaire, lang, interfaceLang, more);
    for (Node node : page.nodes()) {
      layOut.node(node, "", true);
    }
    return List.copyOf(layOut.parts);
  }

  private void node(Node node, String above, boolean isTop) {
    String path = above + node.name();
    switch (node) {
      case Item item -> item(item, path);
      case Group group -> {
        if (group.repeat() == null) {
          if (questionnaire.isRelevant(path)) {
            LocalText label = group.label();
            if (!isTop && label != null) {
              parts.add(new Part.Heading(label.in(lang)));
            }
            group.children().forEach(child -> node(child, path + "/", false));
          }
        } else if (questionnaire.isRelevant(path)) {
          repeated(group, path, group.repeat());
        }
      }
    }
  }

  private void repeated(Group group, String path, Group.Repeat repeat) {
    boolean isFree = repeat.count() == null;
    int turns = questionnaire.turns(path) + (isFree && more.equals(path) ? 1 : 0);
    LocalText text = group.label();
    Reading label = text == null ? new Reading(group.name(), interfaceLang, false) : text.in(lang);
    for (int number = 1; number <= turns; number++) {
      String turn = path + "[" + number + "]";
      parts.add(new Part.Turn(turn, number, label, isFree));
      group.children().forEach(child -> node(child, turn + "/", false));
    }
    if (isFree && turns < Questionnaire.MOST_TURNS) {
      parts.add(new Part.More(path, label));
    }
  }

  private void item(Item item, String path) {
    if (!FormPage.isShown(item) || !questionnaire.isRelevant(path)) {
      return;
    }
    List<Part.Option> options =
        questionnaire.choices(path, item).stream()
            .map(choice -> new Part.Option(choice.name(), choice.label().in(lang)))
            .toList();
    String value = questionnaire.answers().getOrDefault(path, "");
    parts.add(
        new Part.Question(
            path,
            item,
            read(item.label()),
            read(item.hint()),
            options,
            questionnaire.isRequired(path),
            TypedAnswer.typed(item, value)));
  }

  private @Nullable Reading read(@Nullable LocalText text) {
    return text == null ? null : text.in(lang);
  }
}
