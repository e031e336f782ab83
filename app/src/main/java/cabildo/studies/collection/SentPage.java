package cabildo.studies.collection;

import cabildo.instruments.Filling;
import cabildo.kernel.Lang;
import cabildo.web.Form;
import java.util.List;

/// A page as it came back: what is known now, and where to go on.
///
/// @param asked the paths that stood on it
/// @param form with the faults of what could not be read
public record SentPage(Questionnaire now, FormPage page, List<String> asked, Form form) {
  private static final String KEY = "studies.collection.answer.";

  /// What the person wants: `continue`, `back`, `leave`, `more:GROUP` or `less:TURN`.
  private String wish() {
    return form.value("then");
  }

  /// Leaves the faults of this page's answers in the form, when the person wants to go on.
  ///
  /// @return whether something has to be mended first
  public boolean mustBeMended(Lang reading) {
    if (wish().equals("back") || wish().equals("leave")) {
      return false;
    }
    boolean goesOn = !wish().startsWith("more:") && !wish().startsWith("less:");
    for (Filling.Fault fault : now.faults()) {
      boolean isNew = form.fault(fault.path()) == null;
      if (goesOn && isNew && asked.contains(fault.path())) {
        refuse(form, fault, now, reading);
      }
    }
    return form.isFaulty();
  }

  /// Says a fault beside its field: in the author's words where there are any.
  public static void refuse(
      Form form, Filling.Fault fault, Questionnaire questionnaire, Lang reading) {
    if (fault.message() != null) {
      form.refuse(fault.path(), KEY + "authors", fault.message().in(reading).text());
    } else {
      String kind = fault.kind().name().toLowerCase(java.util.Locale.ROOT);
      form.refuse(fault.path(), KEY + kind, questionnaire.question(fault.path(), reading));
    }
  }

  /// Where to go on, below the path of the whole form.
  public String next() {
    String wish = wish();
    String here = "/pages/" + page.number();
    if (wish.equals("leave")) {
      return "/saved";
    }
    if (wish.equals("back")) {
      return now.before(page.number());
    }
    if (wish.startsWith("more:")) {
      String group = wish.substring("more:".length());
      return now.definition().find(group).isEmpty() && group.matches("[\\w./\\[\\]-]{1,200}")
          ? here
              + "?more="
              + java.net.URLEncoder.encode(group, java.nio.charset.StandardCharsets.UTF_8)
          : here;
    }
    if (wish.startsWith("less:")) {
      return here;
    }
    return unseen().isEmpty() ? onward() : here + "#" + unseen().getFirst();
  }

  private String onward() {
    return form.value("from").equals("check") ? "/check" : now.after(page.number());
  }

  /// Questions of this page that what was answered has brought up.
  private List<String> unseen() {
    return LayOutPage.of(now, page, now.definition().original(), now.definition().original(), "")
        .stream()
        .filter(part -> part instanceof Part.Question question && question.isField())
        .map(part -> ((Part.Question) part).path())
        .filter(path -> !asked.contains(path))
        .toList();
  }
}
