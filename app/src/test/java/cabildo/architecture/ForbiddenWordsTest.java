package cabildo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.architecture.Sources.Source;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Words that do not belong here, each with what to write instead.
class ForbiddenWordsTest {

  /// @param except the ends of the paths where it is right, and why
  record Word(String pattern, String instead, List<String> except) {
    Word(String pattern, String instead, String... except) {
      this(pattern, instead, List.of(except));
    }
  }

  private static final List<Word> IN_JAVA =
      List.of(
          new Word("\\bInstant\\.now\\(\\)", "take the injected Clock"),
          new Word("\\bLocalDate(Time)?\\.now\\(\\)", "take the injected Clock"),
          new Word("\\bnew Date\\(", "use java.time"),
          new Word(
              "System\\.currentTimeMillis",
              "take the injected Clock",
              "kernel/Ids.java"), // ids are sorted by the real time of their making
          new Word("System\\.(out|err)", "log, or speak on the command line", "cabildo/app/"),
          new Word("printStackTrace\\(\\)", "log it"),
          new Word(
              "Thread\\.sleep",
              "wait for the thing itself",
              "web/Changes.java", // pauses before it connects again
              "cabildo/db/", // waits for a server that is another process
              "cabildo/app/"), // benchmarks and the command line
          new Word(
              "\\.formatted\\([^)]*\\)\\s*\\)\\s*\\.(with|list|get|find|change)",
              "bind it",
              "app/InBulk.java"), // the name of a table, never a value
          new Word("lombok|org\\.mockito|@MockBean|@Autowired", "constructors, and no mocks"),
          new Word("@Disabled", "mend it or delete it"),
          new Word("\\b(TODO|FIXME|XXX)\\b", "do it, or open an issue"),
          new Word(
              "(class|record|interface|enum) \\w*(Impl|Manager|Helper|Utils?|Base|DTO|Dto|Service)\\b",
              "name it after what it is or does"),
          new Word("(class|interface) Abstract\\w+", "name it after what it is or does"));

  private static final List<Word> IN_TESTS =
      List.of(
          new Word(
              "org\\.mockito|@MockBean|@MockitoBean", "use the real thing, or one made by hand"),
          new Word("@Disabled", "mend it or delete it"),
          new Word("\\b(TODO|FIXME|XXX)\\b", "do it, or open an issue"));

  private static final List<Word> IN_TEMPLATES =
      List.of(
          new Word("\\sstyle=", "use a class of docs/look.md"),
          new Word("\\son[a-z]+=\"", "work without script; comfort goes into cabildo.js"),
          new Word("<script(?! src)", "work without script; comfort goes into cabildo.js"),
          new Word("\\$unsafe\\{", "let jte escape it"),
          new Word("https?://(?!www\\.w3\\.org)", "nothing is fetched from elsewhere"));

  @Test
  void noForbiddenWordStandsInTheCode() {
    assertThat(found(Sources.java(), IN_JAVA)).isEmpty();
  }

  @Test
  void noForbiddenWordStandsInTheTests() {
    List<Source> others =
        Sources.tests().stream().filter(one -> !one.path().contains("/architecture/")).toList();
    assertThat(found(others, IN_TESTS)).isEmpty();
  }

  @Test
  void noForbiddenWordStandsInTheTemplates() {
    assertThat(found(Sources.templates(), IN_TEMPLATES)).isEmpty();
  }

  @Test
  void whoeverSilencesAWarningSaysWhy() {
    Set<String> silent = new TreeSet<>();
    for (Source source : Sources.both(Sources.java(), Sources.tests())) {
      List<String> lines = source.lines();
      for (int i = 0; i < lines.size(); i++) {
        boolean isSaid =
            lines.get(i).contains("//") || (i > 0 && lines.get(i - 1).strip().startsWith("//"));
        if (lines.get(i).strip().startsWith("@SuppressWarnings") && !isSaid) {
          silent.add(source.path() + ":" + (i + 1));
        }
      }
    }
    assertThat(silent).as("write the reason as a comment on the line").isEmpty();
  }

  private static Set<String> found(List<Source> sources, List<Word> words) {
    Set<String> found = new TreeSet<>();
    for (Word word : words) {
      Pattern pattern = Pattern.compile(word.pattern());
      for (Source source : sources) {
        boolean isRight = word.except().stream().anyMatch(source.path()::contains);
        if (!isRight && pattern.matcher(Sources.code(source.text())).find()) {
          found.add(source.path() + " has " + word.pattern() + ": " + word.instead());
        }
      }
    }
    return found;
  }
}
