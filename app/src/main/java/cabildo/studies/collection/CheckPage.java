package cabildo.studies.collection;

import cabildo.instruments.Filling;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText.Reading;
import cabildo.web.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All answers before they are sent, and what is still wrong.
///
/// @param form holds the faults, when somebody has tried to send
public record CheckPage(
    String base,
    String title,
    List<Section> sections,
    List<Missing> missing,
    Lang reading,
    Form form,
    boolean isKeyed) {

  /// @param number of the page
  /// @param title absent for questions without a group
  public record Section(int number, @Nullable Reading title, List<Line> lines) {}

  /// @param turn the number of the turn; 0 outside repeated groups
  /// @param answer empty when there is none
  public record Line(String path, @Nullable Reading question, int turn, String answer) {}

  /// Something to mend before it can be sent.
  public record Missing(int page, String path, String question) {}

  public static CheckPage of(
      String base,
      String title,
      Questionnaire questionnaire,
      Lang reading,
      Form form,
      boolean isKeyed) {
    List<Section> sections = new ArrayList<>();
    for (FormPage page : questionnaire.asked()) {
      List<Line> lines = lines(questionnaire, page, reading);
      if (!lines.isEmpty()) {
        Reading heading = page.title() == null ? null : page.title().in(reading);
        sections.add(new Section(page.number(), heading, lines));
      }
    }
    List<Missing> missing = new ArrayList<>();
    for (Filling.Fault fault : questionnaire.faults()) {
      questionnaire
          .pageOf(fault.path())
          .ifPresent(page ->
              missing.add(
                  new Missing(
                      page.number(), fault.path(), questionnaire.question(fault.path(), reading))));
    }
    return new CheckPage(base, title, sections, missing, reading, form, isKeyed);
  }

  private static List<Line> lines(Questionnaire questionnaire, FormPage page, Lang reading) {
    List<Line> lines = new ArrayList<>();
    int turn = 0;
    for (Part part : LayOutPage.of(questionnaire, page, reading, reading, "")) {
      switch (part) {
        case Part.Turn(_, int number, _, _) -> turn = number;
        case Part.Question question when question.isField() ->
            lines.add(new Line(question.path(), question.label(), turn, said(question)));
        case Part.Question _, Part.Heading _, Part.More _ -> {}
      }
    }
    return lines;
  }

  /// The answer in words.
  private static String said(Part.Question question) {
    if (question.options().isEmpty() || question.value().isEmpty()) {
      return question.value();
    }
    Map<String, String> labels =
        question.options().stream()
            .collect(Collectors.toMap(Part.Option::name, one -> one.label().text(), (a, _) -> a));
    return Arrays.stream(question.value().split(" ", -1))
        .map(name -> labels.getOrDefault(name, name))
        .collect(Collectors.joining(", "));
  }
}
