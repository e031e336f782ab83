package cabildo.studies.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.app.Cabildo;
import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.instruments.Instruments;
import cabildo.instruments.Versions;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.studies.Component;
import cabildo.studies.Components;
import cabildo.studies.Perspective;
import cabildo.studies.Stream;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.testing.TestDatabase;
import cabildo.testing.TestWiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionOperations;

/// With real commits: what is acknowledged is there, once, and the sums say the same as the sheets.
@SpringBootTest(
    classes = Cabildo.class,
    properties = {
      "cabildo.demo=true",
      "cabildo.folding=false",
      "cabildo.data=target/test-data-intake"
    })
@AutoConfigureMockMvc
@Import(TestWiring.class)
@ContextConfiguration(initializers = TestDatabase.class)
class IntakeTest {
  private static final String FORM =
      """
      {"title": {"es": "Encuesta"}, "languages": ["es"],
       "choices": {
         "scale": [
           {"name": "r1", "label": {"es": "1"}}, {"name": "r2", "label": {"es": "2"}},
           {"name": "r3", "label": {"es": "3"}}, {"name": "r4", "label": {"es": "4"}}],
         "yes_no": [
         {"name": "yes", "label": {"es": "Sí"}}, {"name": "no", "label": {"es": "No"}},
         {"name": "dk", "label": {"es": "No sabe"}, "columns": {"state": "unknown"}}],
         "sex": [{"name": "w", "label": {"es": "Mujer"}}, {"name": "m", "label": {"es": "Hombre"}}]},
       "items": [
         {"name": "sex", "type": "select_one", "choices": "sex", "use": "cell"},
         {"name": "knows", "type": "select_one", "choices": "yes_no"},
         {"name": "used", "type": "select_multiple", "choices": "sex", "relevant": "${knows} = 'yes'"},
         {"name": "times", "type": "integer"}, {"name": "name", "type": "text"},
         {"name": "views", "items": [
           {"name": "v1", "type": "select_one", "choices": "scale"},
           {"name": "v2", "type": "select_one", "choices": "scale"},
           {"name": "v3", "type": "select_one", "choices": "scale"},
           {"name": "v4", "type": "select_one", "choices": "scale"},
           {"name": "v5", "type": "select_one", "choices": "scale"}]}]}
      """;

  @Autowired Submissions submissions;
  @Autowired Reviews reviews;
  @Autowired FoldSubmissions fold;
  @Autowired Database database;
  @Autowired Instruments instruments;
  @Autowired Versions versions;
  @Autowired Studies studies;
  @Autowired Components components;
  @Autowired TransactionOperations transactions;
  Component component = new Component(Ids.next(), Ids.next(), Perspective.CITIZEN, Ids.next(), "");

  @BeforeEach
  void aStudyThatAsks() {
    component = transactions.execute(_ -> study());
  }

  @Test
  void theSameSubmissionTwiceIsOne() {
    Receipt first = submissions.accept(volunteer("a", "yes"));
    Receipt again = submissions.accept(volunteer("a", "yes"));
    assertThat(first)
        .isInstanceOfSatisfying(
            Receipt.Accepted.class, accepted -> assertThat(accepted.isNew()).isTrue());
    assertThat(again)
        .isInstanceOfSatisfying(
            Receipt.Accepted.class, accepted -> assertThat(accepted.isNew()).isFalse());
    assertThat(submissions.accept(volunteer("a", "no"))).isEqualTo(new Receipt.Conflict());
    assertThat(count("submission")).isOne();
  }

  @Test
  void anEditReplacesTheNewestAndNothingElse() {
    submissions.accept(volunteer("a", "yes"));
    assertThat(submissions.accept(edit("b", "nothing"))).isEqualTo(new Receipt.NothingToReplace());
    assertThat(submissions.accept(edit("b", "a"))).isInstanceOf(Receipt.Accepted.class);
    assertThat(submissions.accept(edit("c", "a"))).isEqualTo(new Receipt.NotTheNewest());
    assertThat(submissions.accept(edit("c", "b"))).isInstanceOf(Receipt.Accepted.class);
  }

  @Test
  void manyAtOnceAreAllThereOnceEach() throws Exception {
    List<Future<Receipt>> receipts = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 600; i++) {
        String instance = "many-" + (i % 300);
        receipts.add(people.submit(() -> submissions.accept(volunteer(instance, "yes"))));
      }
    }
    int fresh = 0;
    for (Future<Receipt> receipt : receipts) {
      fresh += receipt.get() instanceof Receipt.Accepted accepted && accepted.isNew() ? 1 : 0;
    }
    assertThat(fresh).isEqualTo(300);
    assertThat(count("submission")).isEqualTo(300);
  }

  @Test
  void oneBadRowSinksNoOther() throws Exception {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Receipt>> good = new ArrayList<>();
      List<Future<Receipt>> bad = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String instance = "good-" + i;
        good.add(people.submit(() -> submissions.accept(volunteer(instance, "no"))));
        bad.add(people.submit(() -> submissions.accept(ofNoStudy(instance))));
      }
      for (Future<Receipt> receipt : good) {
        assertThat(receipt.get()).isInstanceOf(Receipt.Accepted.class);
      }
      assertThat(bad).allSatisfy(one -> assertThat(one).failsWithin(Duration.ofSeconds(20)));
    }
    assertThat(count("submission")).isEqualTo(50);
  }

  /// In any order of answers, edits and reviews, with folds in between.
  @Test
  void theSumsAlwaysSayWhatTheSheetsSay() {
    Random random = new Random(7);
    List<String> instances = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String instance = "sum-" + i;
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          submissions.accept(volunteer(instance, random.nextBoolean() ? "yes" : "dk"));
          instances.add(instance);
        }
        case 2 -> {
          if (!instances.isEmpty()) {
            submissions.accept(edit(instance, instances.get(random.nextInt(instances.size()))));
          }
        }
        default -> {
          if (!instances.isEmpty()) {
            review(instances.get(random.nextInt(instances.size())), random.nextBoolean());
          }
        }
      }
      if (random.nextInt(5) == 0) {
        fold.foldAll();
      }
    }
    fold.foldAll();
    assertThat(
            database
                .sql("select count(*) from studies.sheet where component_id = :id")
                .with("id", component.id())
                .count())
        .isEqualTo(counting());
    assertThat(differences()).isZero();
    assertThat(number("select sum(n) from studies.arrival where component_id = :id"))
        .as("an edit arrives with what it replaces")
        .isEqualTo(
            number(
                """
                select count(*) from studies.submission
                 where component_id = :id and replaces_id is null
                """));
    assertThat(fold.foldAll()).as("nothing is folded twice").isZero();
  }

  @Test
  void whatIsOddIsFlaggedAndStillCounts() {
    for (int i = 0; i < 40; i++) {
      submissions.accept(timed("odd-" + i, 300, answers("p" + i, i % 4)));
    }
    submissions.accept(timed("fast", 60, answers("quick", 1)));
    submissions.accept(timed("same", 290, answers("p7", 3)));
    submissions.accept(timed("line", 290, answers("straight", -1)));
    fold.foldAll();
    assertThat(flags("fast")).containsExactly("speed");
    assertThat(flags("same")).containsExactly("duplicate");
    assertThat(flags("line")).containsExactly("straight_line");
    assertThat(flags("odd-7")).isEmpty();
    assertThat(count("sheet")).isEqualTo(43);
  }

  /// @param turn the choice of the first question of the battery; below 0 all are alike
  private static Map<String, String> answers(String name, int turn) {
    Map<String, String> answers = new java.util.HashMap<>(Map.of("name", name, "knows", "yes"));
    answers.put("times", "3");
    for (int i = 0; i < 5; i++) {
      answers.put("views/v" + (i + 1), "r" + (turn < 0 ? 2 : 1 + (turn + i) % 4));
    }
    return answers;
  }

  private NewSubmission timed(String instance, int seconds, Map<String, String> answers) {
    var start = java.time.Instant.parse("2026-01-01T10:00:00Z");
    return new NewSubmission(
        component.id(),
        Stream.VOLUNTEER,
        Mode.PHONE,
        instance,
        null,
        null,
        null,
        Lang.ES,
        start,
        start.plusSeconds(seconds),
        "Norte",
        "device",
        null,
        answers,
        null);
  }

  private List<String> flags(String instance) {
    long id = submissions.find(component.id(), instance).orElseThrow().id();
    return reviews.flags(id).stream().map(Reviews.Flag::kind).toList();
  }

  private long number(String sql) {
    return database.sql(sql).with("id", component.id()).count();
  }

  private void review(String instance, boolean good) {
    Submission submission = submissions.find(component.id(), instance).orElseThrow();
    transactions.executeWithoutResult(_ ->
        reviews.review(
            Actor.program(),
            component.studyId(),
            submission,
            good ? Reviews.State.APPROVED : Reviews.State.REJECTED,
            "visto"));
  }

  private long counting() {
    return database
        .sql(
            """
            select count(*) from studies.submission s
             where s.component_id = :id
               and not exists (select from studies.submission n where n.replaces_id = s.id)
               and coalesce((select r.state from studies.review r where r.submission_id = s.id
                              order by r.reviewed_at desc, r.id desc limit 1), '') <> 'rejected'
            """)
        .with("id", component.id())
        .count();
  }

  /// Rows in which the tallies differ from a count of the sheets, byte by byte.
  private long differences() {
    return database
        .sql(
            """
            with counted as (
              select s.stream, s.unit, s.cell, i as item, get_byte(s.codes, i) as code, count(*) as n
                from studies.sheet s, generate_series(0, length(s.codes) - 1) i
               where s.component_id = :id group by 1, 2, 3, 4, 5
              union all
              select stream, unit, cell, -1, 0, count(*) from studies.sheet
               where component_id = :id group by 1, 2, 3),
            held as (
              select stream, unit, cell, item, code, n from studies.tally
               where component_id = :id and n > 0)
            select count(*) from counted c full join held h
              using (stream, unit, cell, item, code, n)
             where c.n is null or h.n is null
            """)
        .with("id", component.id())
        .count();
  }

  private Component study() {
    Actor hand = Actor.program();
    String name = "prueba " + Ids.next();
    var instrument = instruments.add(hand, LocalText.of(Lang.ES, name), null, null);
    var draft = versions.draft(hand, instrument, Json.read(FORM));
    versions.publish(hand, draft);
    UUID territory = one("members.territory where level = 'state'");
    UUID organisation = one("members.organisation where acronym = 'INFOEM'");
    var study =
        new Study(
            Ids.next(),
            instrument.slug(),
            instrument.name(),
            instrument.name(),
            territory,
            organisation,
            null,
            null,
            true,
            0);
    studies.add(hand, study);
    return components.add(
        hand,
        study,
        Perspective.CITIZEN,
        versions.get(draft.id()),
        "f" + Ids.next().toString().replace('-', '_'));
  }

  private UUID one(String where) {
    return database.sql("select id from " + where + " order by id limit 1").get(UUID.class);
  }

  private long count(String table) {
    return database
        .sql("select count(*) from studies." + table + " where component_id = :id")
        .with("id", component.id())
        .count();
  }

  private NewSubmission volunteer(String instance, String knows) {
    return submission(component.id(), instance, knows, null);
  }

  private NewSubmission edit(String instance, String replaces) {
    return submission(component.id(), instance, "no", replaces);
  }

  private NewSubmission ofNoStudy(String instance) {
    return submission(Ids.next(), instance, "no", null);
  }

  private static NewSubmission submission(
      UUID componentId,
      String instance,
      String knows,
      @org.jspecify.annotations.Nullable String replaces) {
    return new NewSubmission(
        componentId,
        Stream.VOLUNTEER,
        Mode.WEB,
        instance,
        null,
        null,
        null,
        Lang.ES,
        null,
        null,
        null,
        null,
        null,
        Map.of("sex", "w", "knows", knows, "times", "3"),
        replaces);
  }
}
