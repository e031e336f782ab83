package cabildo.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.testing.PagesTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PagesTest
class ReportsOfTheWorldTest {
  /// The explanations that the published copy has inside its sentences.
  private static final String SPLICED =
      "(According to OGP’s Articles of Governance|Action plans are at the core|OGP commitments are"
          + " promises).*?[.]{3}( More)?";

  @Autowired Database database;

  @Test
  void theFiledReportIsThereWordForWord() throws IOException {
    Optional<Path> filed = filed();
    assumeTrue(filed.isPresent(), "the report as it was published is not beside the repository");
    List<String> lines =
        List.of(Files.readString(filed.get()).replaceAll(SPLICED, "").split("\n", -1));

    assertThat(texts("mxmex0009-end-of-commitment")).hasSize(8).isSubsetOf(lines);
    assertThat(lines)
        .contains(
            database
                .sql("select action ->> 'en' from commitments.commitment where code = 'MXMEX0009'")
                .get(String.class),
            database
                .sql("select problem ->> 'en' from commitments.commitment where code = 'MXMEX0009'")
                .get(String.class),
            database
                .sql(
                    """
                    select string_agg(name, ', ' order by position)
                      from reports.evaluator e join reports.report r on r.id = e.report_id
                     where r.slug = 'mxmex0009-end-of-commitment'
                    """)
                .get(String.class));
  }

  @Test
  void theFiledReportChoseWhatItsEvaluatorsChose() {
    assertThat(choices("mxmex0009-end-of-commitment"))
        .containsExactly(
            "q1_1 complete",
            "q1_3 all",
            "q2_1_1 yes",
            "q2_1_1_degree major",
            "q2_1_2 yes",
            "q2_1_2_degree major",
            "q2_1_3 yes",
            "q2_1_3_degree major",
            "q2_2 yes");
  }

  @Test
  void theDerivedReportAnswersEveryQuestionThatItsFormAsksOfIt() {
    assertThat(unanswered("mxmex0009-derived-from-facts")).isEmpty();
    assertThat(choices("mxmex0009-derived-from-facts"))
        .contains("q1_3_scope reduced", "q1_3_time unfinished", "q3_carry_forward modified");
    assertThat(
            database
                .sql("select value from reports.answer where question = 'q2_1_1_effects'")
                .get(JsonNode.class))
        .isEqualTo(Json.read("[\"more\"]"));
    assertThat(texts("mxmex0009-derived-from-facts"))
        .anyMatch(text -> text.endsWith(" – State Technical Secretariat of Mexico State"));
  }

  @Test
  void theFiledReportAnswersEveryQuestionOfItsForm() {
    assertThat(unanswered("mxmex0009-end-of-commitment")).isEmpty();
  }

  @Test
  void anEvaluatorFindsAnEmptyDraftOnHerDesk() {
    assertThat(
            database
                .sql(
                    """
                    select p.email from reports.report r
                      join accounts.person p on p.id = r.created_by
                     where r.slug = 'mxmex0009-end-of-commitment-2'
                       and not exists (select from reports.answer where report_id = r.id)
                    """)
                .list(String.class))
        .containsExactly("iris@example.org");
  }

  private List<String> texts(String report) {
    return database
        .sql(
            """
            select a.value ->> 'en' from reports.answer a
              join reports.report r on r.id = a.report_id
             where r.slug = :report and jsonb_typeof(a.value) = 'object'
            """)
        .with("report", report)
        .list(String.class);
  }

  private List<String> choices(String report) {
    return database
        .sql(
            """
            select a.question || ' ' || (a.value #>> '{}') from reports.answer a
              join reports.report r on r.id = a.report_id
             where r.slug = :report and jsonb_typeof(a.value) = 'string' order by a.question
            """)
        .with("report", report)
        .list(String.class);
  }

  /// The required questions without an answer, but for those whose condition does not hold.
  private List<String> unanswered(String report) {
    var asked = Set.copyOf(choices(report));
    return database
        .sql(
            """
            select f.definition from reports.form f
              join reports.report r on r.form_id = f.id where r.slug = :report
            """)
        .with("report", report)
        .get(JsonNode.class)
        .path("sections")
        .valueStream()
        .flatMap(section -> section.path("questions").valueStream())
        .filter(question -> question.path("required").asBoolean(false))
        .filter(question -> holds(question.path("when"), asked))
        .map(question -> question.path("id").asString())
        .filter(id -> !answered(report).contains(id))
        .toList();
  }

  private static boolean holds(JsonNode when, Set<String> choices) {
    return when.isMissingNode()
        || choices.contains(when.path("question").asString() + " " + when.path("is").asString());
  }

  private List<String> answered(String report) {
    return database
        .sql(
            """
            select a.question from reports.answer a
              join reports.report r on r.id = a.report_id where r.slug = :report
            """)
        .with("report", report)
        .list(String.class);
  }

  private static Optional<Path> filed() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(Optional.of(here), Optional::isPresent, at -> at.map(Path::getParent))
        .flatMap(Optional::stream)
        .map(folder -> folder.resolve("shared/seed/end-of-commitment-report.txt"))
        .filter(Files::exists)
        .findFirst();
  }
}
