package cabildo.studies.collection;

import cabildo.kernel.Lang;
import cabildo.web.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One page of a questionnaire as somebody fills it in, in a browser or from paper.
///
/// @param base the path of the whole form, without the language
/// @param reading the language of the questions
/// @param form what was typed, and what is wrong with it
/// @param files held so far, by path: their names
/// @param title of the study, or of the sheet
/// @param isKeyed whether an official copies it from paper
public record AskedPage(
    String base,
    String title,
    Questionnaire questionnaire,
    FormPage page,
    List<Part> parts,
    Lang reading,
    Form form,
    Map<String, String> files,
    boolean isKeyed,
    @Nullable String from) {

  /// @param lang of the interface
  public static AskedPage of(
      String base,
      String title,
      Questionnaire questionnaire,
      FormPage page,
      Lang reading,
      Lang lang,
      Form form,
      Map<String, String> files,
      boolean isKeyed) {
    List<Part> parts = LayOutPage.of(questionnaire, page, reading, lang, form.value("more"));
    return new AskedPage(
        base, title, questionnaire, page, parts, reading, form, files, isKeyed, form.value("from"));
  }

  /// The place of this page among those that ask something, from 1.
  public int place() {
    return questionnaire.asked().indexOf(page) + 1;
  }

  public int pages() {
    return questionnaire.asked().size();
  }

  /// The paths of all that can be answered here, for the hidden field.
  public String asked() {
    return String.join(" ", questions().stream().map(Part.Question::path).toList());
  }

  public boolean hasFiles() {
    return questions().stream().anyMatch(question -> question.item().type().isFile());
  }

  private List<Part.Question> questions() {
    return parts.stream()
        .filter(Part.Question.class::isInstance)
        .map(Part.Question.class::cast)
        .filter(Part.Question::isField)
        .toList();
  }

  /// What the field shows: what was typed a moment ago, else what is kept.
  public String value(Part.Question question) {
    return form.has(PageForm.ASKED) ? form.value(question.path()) : question.value();
  }

  public boolean chose(Part.Question question, String option) {
    return form.has(PageForm.ASKED)
        ? form.chose(question.path(), option)
        : List.of(question.value().split(" ", -1)).contains(option);
  }

  /// The place that a choice was given; empty for none.
  public String rank(Part.Question question, String option) {
    if (form.has(PageForm.ASKED)) {
      return form.value(question.path() + "." + option);
    }
    int at = List.of(question.value().split(" ", -1)).indexOf(option);
    return at < 0 ? "" : String.valueOf(at + 1);
  }

  public boolean fellBack(Part.Question question) {
    return question.label() != null && !question.label().lang().equals(reading);
  }
}
