package cabildo.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.accounts.People;
import cabildo.accounts.Person;
import cabildo.accounts.RoleGrants;
import cabildo.app.OpeningTerritories;
import cabildo.db.Database;
import cabildo.kernel.Role;
import cabildo.testing.PagesTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;

@PagesTest
class DemonstrationWorldTest {
  private static final Pattern DOMAIN = Pattern.compile("@([a-zA-Z][\\w.-]*)");

  @Autowired Database database;
  @Autowired DemonstrationWorld world;
  @Autowired DemonstrationAccounts accounts;
  @Autowired OpeningTerritories territories;
  @Autowired People people;
  @Autowired RoleGrants grants;
  @Autowired PasswordEncoder passwords;

  @Value("${cabildo.data}")
  Path data;

  @Test
  void holdsEveryMunicipalityOfTheState() {
    assertThat(count("members.territory where level = 'municipality'")).isEqualTo(125);
    assertThat(number("select sum(population) from members.territory where level = 'municipality'"))
        .isEqualTo(16_992_418);
    assertThat(
            texts("select path from ledger.subject where kind = 'territory' and parent_id is null"))
        .containsExactly("/members/mexico");
    assertThat(
            texts(
                "select size_stratum from members.territory where code in ('15106', '15052') order by code"))
        .containsExactly("15000-49999", "500000-and-over");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "members.organisation 20",
        "accounts.person 7",
        "plans.plan 4",
        "commitments.commitment 11",
        "evidence.item 13",
        "files.blob 11",
        "reports.report 3",
        "comments.comment 5",
        "comments.moderation 4"
      })
  void holdsWhatItsFilesHold(String expected) {
    String table = expected.substring(0, expected.indexOf(' '));
    assertThat(table + " " + count(table)).isEqualTo(expected);
  }

  @Test
  void isNotLoadedASecondTime() {
    long subjects = count("ledger.subject");
    long lines = count("ledger.entry");

    territories.afterSingletonsInstantiated();
    world.afterSingletonsInstantiated();

    assertThat(count("ledger.subject")).isEqualTo(subjects);
    assertThat(count("ledger.entry")).isEqualTo(lines);
  }

  @Test
  void hasNoAddressButInvented() {
    Set<String> domains =
        texts(
                """
                select table_schema || '.' || table_name from information_schema.tables
                 where table_type = 'BASE TABLE'
                   and table_schema not in ('pg_catalog', 'information_schema', 'flyway')
                """)
            .stream()
            .flatMap(table -> texts("select t::text from " + table + " t").stream())
            .flatMap(row -> DOMAIN.matcher(row).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    assertThat(domains).containsExactly("example.org");
  }

  @Test
  void hasAReadableAddressForEverything() {
    assertThat(
            texts(
                """
                select distinct kind || ' /' || split_part(path, '/', 2) from ledger.subject
                 where kind not in ('term', 'glossary', 'invitation')
                """))
        .containsExactlyInAnyOrder(
            "territory /members",
            "organisation /organisations",
            "person /people",
            "plan /plans",
            "commitment /commitments",
            "line_of_action /lines-of-action",
            "milestone /milestones",
            "evidence /evidence",
            "report /reports",
            "comment /comments",
            "instrument /instruments",
            "instrument_version /instruments",
            "study /studies",
            "study_component /studies",
            "sampling_frame /studies",
            "sampling_plan /studies");
    assertThat(
            count(
                "ledger.subject where kind not in ('glossary', 'instrument_version',"
                    + " 'study_component', 'sampling_frame', 'sampling_plan')"
                    + " and path !~ '^(/[a-z0-9]+(-[a-z0-9]+)*){2}$'"))
        .isZero();
  }

  @Test
  void tellsItsHistoryInTheOrderOfTime() {
    assertThat(
            number(
                """
                select count(*) from (
                  select at < lag(at) over (order by id) as early from ledger.entry
                   where deed not like 'glossary.%' and deed not like 'instrument.%') as line
                 where early
                """))
        .isZero();
    assertThat(
            number(
                """
                select count(*) from ledger.entry e
                 where actor_name <> 'Cabildo'
                   and not exists (select from accounts.person p
                                    where p.id = e.actor_id and p.name = e.actor_name)
                """))
        .isZero();
  }

  @Test
  void closesSixOfThirteenMilestonesWithTheirEvidence() {
    String milestones =
        """
        commitments.milestone m
          join commitments.line_of_action l on l.id = m.line_of_action_id
          join commitments.commitment c on c.id = l.commitment_id
         where c.code = 'MXMEX0009'
        """;
    assertThat(count(milestones)).isEqualTo(13);
    assertThat(
            count(
                milestones
                    + " and exists (select from commitments.closure where milestone_id = m.id)"))
        .isEqualTo(6);
    assertThat(
            number(
                """
                select count(*) from commitments.closure c
                 where not exists (select from evidence.attachment a
                                    where a.subject_id = c.milestone_id)
                """))
        .isZero();
  }

  @Test
  void keepsTheBytesOfItsEvidence() {
    for (String hash : texts("select sha256 from files.blob")) {
      assertThat(data.resolve("files").resolve(hash.substring(0, 2)).resolve(hash.substring(2)))
          .isRegularFile();
    }
    assertThat(number("select sum(size_bytes) from files.blob")).isEqualTo(sizeOfStored());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "beto", "carla", "elena", "iris", "mateo", "sofia"})
  void letsItsPeopleIn(String name) {
    Person person = people.findByEmail(name + "@example.org").orElseThrow();
    assertThat(passwords.matches(DemonstrationWorld.PASSWORD, person.password())).isTrue();
    assertThat(grants.heldBy(person.id())).isNotEmpty();
    assertThat(accounts.lines()).anyMatch(line -> line.endsWith(person.email()));
  }

  @Test
  void givesTheEvaluatorsTheStatePlan() {
    var planId = database.sql("select id from plans.plan where slug = 'edomex-2021-2022'");
    var scope = planId.get(java.util.UUID.class);
    for (String name : List.of("iris", "mateo")) {
      Person person = people.findByEmail(name + "@example.org").orElseThrow();
      assertThat(grants.heldBy(person.id()))
          .anyMatch(grant -> grant.role() == Role.EVALUATOR && scope.equals(grant.scopeId()));
    }
  }

  @Test
  void rejectsTheAdvertisementInPrivate() {
    assertThat(texts("select decision from comments.moderation where reason is not null"))
        .containsExactly("rejected");
    assertThat(texts("select deed from ledger.entry where not is_public and deed like 'comment.%'"))
        .containsExactly("comment.rejected");
  }

  private long sizeOfStored() {
    try {
      long bytes = 0;
      for (String hash : texts("select sha256 from files.blob")) {
        bytes +=
            Files.size(
                data.resolve("files").resolve(hash.substring(0, 2)).resolve(hash.substring(2)));
      }
      return bytes;
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private long count(String what) {
    return number("select count(*) from " + what);
  }

  private long number(String sql) {
    return database.sql(sql).count();
  }

  private List<String> texts(String sql) {
    return database.sql(sql).list(String.class);
  }
}
