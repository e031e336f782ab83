package cabildo.reports;

import cabildo.kernel.LocalText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A form as data: sections of questions, in the order in which they are asked.
///
/// @param kind as in `end_of_commitment`
/// @param effectiveOn the day from which new reports use this version
public record FormDefinition(
    String kind, int version, LocalDate effectiveOn, LocalText title, List<Section> sections) {

  public FormDefinition {
    sections = List.copyOf(sections);
  }

  public List<Question> questions() {
    return sections.stream().flatMap(section -> section.questions().stream()).toList();
  }

  public Optional<Question> find(String id) {
    return questions().stream().filter(question -> question.id().equals(id)).findFirst();
  }

  public Optional<Section> section(int number) {
    return sections.stream().filter(section -> section.number() == number).findFirst();
  }

  public record Section(int number, LocalText title, List<Question> questions) {
    public Section {
      questions = List.copyOf(questions);
    }

    /// The numbered questions; the others follow one of them.
    public List<Question> leading() {
      return questions.stream().filter(question -> question.parent() == null).toList();
    }

    public List<Question> following(Question leading) {
      return questions.stream().filter(question -> leading.id().equals(question.parent())).toList();
    }
  }

  public record Option(String code, LocalText label) {}

  /// The question is asked only where another was answered so.
  public record When(String question, String is) {}

  /// One thing that is asked.
  ///
  /// @param number as printed, `2.1.1`; absent for what follows a numbered question
  /// @param parent the numbered question that this one follows
  /// @param evidence whether evidence may be laid beside the answer
  /// @param ogpValue the OGP value that the question is about
  /// @param terms slugs of the glossary
  /// @param prefill the fact that fills it in at first
  /// @param most the longest text, in characters
  public record Question(
      String id,
      @Nullable String number,
      QuestionType type,
      LocalText label,
      List<Option> options,
      boolean required,
      @Nullable When when,
      @Nullable String parent,
      boolean evidence,
      @Nullable String ogpValue,
      List<String> terms,
      @Nullable String prefill,
      int most) {

    public Question {
      options = List.copyOf(options);
      terms = List.copyOf(terms);
    }

    public Optional<Option> option(String code) {
      return options.stream().filter(option -> option.code().equals(code)).findFirst();
    }

    /// The numbered question under which evidence and findings stand.
    public String leadingId() {
      return parent == null ? id : parent;
    }

    public boolean isLong() {
      return label.asWritten().text().length() > 160;
    }
  }
}
