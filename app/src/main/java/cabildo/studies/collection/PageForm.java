package cabildo.studies.collection;

import cabildo.instruments.Definition;
import cabildo.instruments.PlacedItem;
import cabildo.web.Form;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a page of a questionnaire as it was sent: which questions stood on it (`asked`), and what
/// was typed. Whatever does not belong to the page is passed over.
public final class PageForm {
  static final String ASKED = "asked";
  private static final int MOST_ASKED = 2_000;
  private static final Pattern TURN = Pattern.compile("\\[(\\d{1,3})]");

  private PageForm() {}

  /// The paths that stood on the page and may be answered there.
  public static List<String> asked(Form form, Definition definition, FormPage page) {
    List<String> asked = new ArrayList<>();
    for (String path : form.value(ASKED).split(" ", MOST_ASKED)) {
      if (item(definition, path).filter(page::holds).isPresent() && turnsAreFew(path)) {
        asked.add(path);
      }
    }
    return asked;
  }

  /// The item at a path with numbers of turns.
  static Optional<PlacedItem> item(Definition definition, String path) {
    return definition.find(TURN.matcher(path).replaceAll(""));
  }

  private static boolean turnsAreFew(String path) {
    Matcher turn = TURN.matcher(path);
    while (turn.find()) {
      int number = Integer.parseInt(turn.group(1));
      if (number < 1 || number > Questionnaire.MOST_TURNS) {
        return false;
      }
    }
    return true;
  }

  /// What is known after this page: everything before, with its questions answered anew. Files are
  /// read elsewhere. Values that cannot be read leave a fault in the form and stay as typed.
  static Map<String, String> answers(
      Form form, List<String> asked, Questionnaire before, ZoneId zone) {
    Map<String, String> answers = new LinkedHashMap<>(before.answers());
    var typed = new TypedAnswer(form, zone);
    for (String path : asked) {
      PlacedItem placed = item(before.definition(), path).orElseThrow();
      if (!placed.item().type().isFile()) {
        String value = typed.read(path, placed.item(), before.choices(path, placed.item()));
        if (value.isEmpty()) {
          answers.remove(path);
        } else {
          answers.put(path, value);
        }
      }
    }
    return answers;
  }

  /// The answers without one turn, when the wish is `less:requests[2]`; later turns move up.
  public static Map<String, String> without(String wish, Map<String, String> answers) {
    Matcher last = Pattern.compile("less:(.*)\\[(\\d{1,3})]").matcher(wish);
    if (!last.matches()) {
      return answers;
    }
    String group = last.group(1);
    int gone = Integer.parseInt(last.group(2));
    Pattern within = Pattern.compile(Pattern.quote(group) + "\\[(\\d{1,3})](/.*)");
    Map<String, String> rest = new LinkedHashMap<>();
    answers.forEach((path, value) -> {
      Matcher one = within.matcher(path);
      if (!one.matches()) {
        rest.put(path, value);
      } else if (Integer.parseInt(one.group(1)) != gone) {
        int number = Integer.parseInt(one.group(1));
        rest.put(group + "[" + (number > gone ? number - 1 : number) + "]" + one.group(2), value);
      }
    });
    return rest;
  }
}
