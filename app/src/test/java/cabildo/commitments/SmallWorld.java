package cabildo.commitments;

import cabildo.accounts.People;
import cabildo.accounts.RoleGrants;
import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Role;
import cabildo.ledger.Subjects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A plan with one commitment, one line of action and the milestones that a test adds; and people
/// who may and may not report on them.
///
/// rosa is the liaison of the government organisation, lucia stands on the side of civil society,
/// pablo is officer of the plan, omar holds no role here.
final class SmallWorld {
  private final Database database;
  private final Subjects subjects;
  private final People people;
  private final Clock clock;

  final UUID state;
  final UUID government;
  final UUID civil;
  final UUID plan;
  final UUID commitment;
  final UUID line;

  SmallWorld(Database database, Subjects subjects, People people, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.people = people;
    this.clock = clock;
    state = territory();
    government = organisation("transparency-unit-tx", "government");
    civil = organisation("open-eyes-tx", "civil_society");
    plan = plan();
    commitment = commitment("open-books-tx", "MXTEST0001", 1);
    line = line(commitment, 1, "open-books-tx-1");
  }

  SmallWorld withPeople(RoleGrants grants) {
    person(grants, "rosa", Role.LIAISON, government);
    person(grants, "lucia", Role.CIVIL_SOCIETY, civil);
    person(grants, "pablo", Role.OFFICER, plan);
    person(grants, "omar", Role.LIAISON, civil);
    return this;
  }

  private static LocalText both(String es, String en) {
    return LocalText.both(es, en);
  }

  private UUID territory() {
    UUID id = subjects.register("territory", null, "/members/tx", both("Estado X", "State X"));
    database
        .sql(
            """
            insert into members.territory (id, level, code, slug, name, census_year, population)
            values (:id, 'country', 'TX', 'tx', :name::jsonb, 2020, 1000)
            """)
        .with("id", id)
        .with("name", both("Estado X", "State X"))
        .change();
    return id;
  }

  private UUID organisation(String slug, String kind) {
    UUID id = subjects.register("organisation", null, "/organisations/" + slug, both(slug, slug));
    database
        .sql(
            """
            insert into members.organisation (id, slug, name, kind, territory_id, invented)
            values (:id, :slug, :name::jsonb, :kind, :territory, true)
            """)
        .with("id", id)
        .with("slug", slug)
        .with("name", both(slug, slug))
        .with("kind", kind)
        .with("territory", state)
        .change();
    return id;
  }

  private UUID plan() {
    UUID id = subjects.register("plan", null, "/plans/tx-2022", both("Plan X", "Plan X"));
    database
        .sql(
            """
            insert into plans.plan (id, slug, title, starts_on, ends_on, state, invented)
            values (:id, 'tx-2022', :title::jsonb, '2025-01-01', '2026-12-31', 'implementation',
                    true)
            """)
        .with("id", id)
        .with("title", both("Plan X", "Plan X"))
        .change();
    database
        .sql("insert into plans.member (plan_id, territory_id) values (:plan, :territory)")
        .with("plan", id)
        .with("territory", state)
        .change();
    return id;
  }

  UUID commitment(String slug, @Nullable String code, int number) {
    LocalText title = both("Libros abiertos", "Open books");
    UUID id = subjects.register("commitment", plan, "/commitments/" + slug, title);
    database
        .sql(
            """
            insert into commitments.commitment
              (id, plan_id, code, number, slug, title, action, problem, kind, starts_on, ends_on,
               ogp_values, invented)
            values (:id, :plan, :code, :number, :slug, :title::jsonb, :action::jsonb,
                    :problem::jsonb, 'co_created', '2025-07-01', '2026-06-30',
                    array['access_to_information'], true)
            """)
        .with("id", id)
        .with("plan", plan)
        .with("code", code)
        .with("number", number)
        .with("slug", slug)
        .with("title", title)
        .with("action", both("Publicar los libros.", "Publish the books."))
        .with("problem", both("Nadie los ve.", "Nobody sees them."))
        .change();
    database
        .sql(
            """
            insert into commitments.responsible (commitment_id, organisation_id, part)
            values (:commitment, :organisation, 'lead')
            """)
        .with("commitment", id)
        .with("organisation", government)
        .change();
    return id;
  }

  UUID line(UUID commitmentId, int number, String slug) {
    LocalText title = both("Línea de libros", "Line of books");
    UUID id = subjects.register("line_of_action", commitmentId, "/lines-of-action/" + slug, title);
    database
        .sql(
            """
            insert into commitments.line_of_action
              (id, commitment_id, number, slug, title, invented)
            values (:id, :commitment, :number, :slug, :title::jsonb, true)
            """)
        .with("id", id)
        .with("commitment", commitmentId)
        .with("number", number)
        .with("slug", slug)
        .with("title", title)
        .change();
    return id;
  }

  /// `open-books-tx-1-{number}`, on the one line.
  UUID milestone(int number, String from, String to) {
    String slug = "open-books-tx-1-" + number;
    LocalText title = both("Hito " + number, "Step " + number);
    UUID id = subjects.register("milestone", line, "/milestones/" + slug, title);
    database
        .sql(
            """
            insert into commitments.milestone
              (id, line_of_action_id, number, slug, title, means_of_verification, planned_start_on,
               planned_end_on, government_responsible_id, civil_responsible_id, invented)
            values (:id, :line, :number, :slug, :title::jsonb, :means::jsonb, :from, :to,
                    :government, :civil, true)
            """)
        .with("id", id)
        .with("line", line)
        .with("number", number)
        .with("slug", slug)
        .with("title", title)
        .with("means", both("Minutas.", "Minutes."))
        .with("from", LocalDate.parse(from))
        .with("to", LocalDate.parse(to))
        .with("government", government)
        .with("civil", civil)
        .change();
    return id;
  }

  void start(UUID milestone, String day) {
    database
        .sql(
            """
            insert into commitments.start (milestone_id, started_on, recorded_at, recorded_by_name)
            values (:milestone, :day, :now, 'Rosa')
            """)
        .with("milestone", milestone)
        .with("day", LocalDate.parse(day))
        .with("now", clock.instant())
        .change();
  }

  void report(UUID milestone, String day, @Nullable Integer percent) {
    database
        .sql(
            """
            insert into commitments.progress
              (id, milestone_id, reported_on, percent, note, recorded_at, recorded_by_name)
            values (:id, :milestone, :day, :percent, :note::jsonb, :now, 'Rosa')
            """)
        .with("id", cabildo.kernel.Ids.next())
        .with("milestone", milestone)
        .with("day", LocalDate.parse(day))
        .with("percent", percent)
        .with("note", LocalText.of(Lang.ES, "Se avanzó."))
        .with("now", clock.instant())
        .change();
  }

  void close(UUID milestone, String outcome, String day) {
    database
        .sql(
            """
            insert into commitments.closure
              (milestone_id, outcome, closed_on, closing_text, recorded_at, recorded_by_name)
            values (:milestone, :outcome, :day, :text::jsonb, :now, 'Rosa')
            """)
        .with("milestone", milestone)
        .with("outcome", outcome)
        .with("day", LocalDate.parse(day))
        .with("text", LocalText.of(Lang.ES, "Se entregó."))
        .with("now", clock.instant())
        .change();
  }

  /// A link that proves something about a thing, attached on a day.
  UUID prove(UUID subject, String day) {
    LocalText title = LocalText.of(Lang.ES, "Acta");
    UUID id =
        subjects.register("evidence", subject, "/evidence/" + cabildo.kernel.Ids.next(), title);
    OffsetDateTime at = LocalDate.parse(day).atTime(18, 0).atOffset(ZoneOffset.UTC);
    database
        .sql(
            """
            insert into evidence.item
              (id, kind, title, proves, received_at, licence, has_personal_data, url, added_by_name)
            values (:id, 'link', :title::jsonb, :title::jsonb, :at, 'cc0', false,
                    'https://example.org/acta', 'Rosa')
            """)
        .with("id", id)
        .with("title", title)
        .with("at", at)
        .change();
    attach(id, subject, day);
    return id;
  }

  void attach(UUID item, UUID subject, String day) {
    database
        .sql(
            """
            insert into evidence.attachment (item_id, subject_id, attached_at)
            values (:item, :subject, :at)
            """)
        .with("item", item)
        .with("subject", subject)
        .with("at", LocalDate.parse(day).atTime(18, 0).atOffset(ZoneOffset.UTC))
        .change();
  }

  void withdraw(UUID item, String day) {
    database
        .sql(
            """
            insert into evidence.withdrawal (item_id, reason, withdrawn_at, withdrawn_by_name)
            values (:item, 'Wrong file', :at, 'Rosa')
            """)
        .with("item", item)
        .with("at", LocalDate.parse(day).atTime(18, 0).atOffset(ZoneOffset.UTC))
        .change();
  }

  void align(UUID commitmentId, UUID widerId, String kind) {
    database
        .sql(
            """
            insert into commitments.alignment (commitment_id, wider_id, kind)
            values (:commitment, :wider, :kind)
            """)
        .with("commitment", commitmentId)
        .with("wider", widerId)
        .with("kind", kind)
        .change();
  }

  /// Lets the checks that wait for the end of a transaction speak now.
  void settle() {
    database.sql("set constraints all immediate").change();
    database.sql("set constraints all deferred").change();
  }

  List<String> deedsOf(UUID subject) {
    return database
        .sql("select deed from ledger.entry where subject_id = :id order by id")
        .with("id", subject)
        .list(String.class);
  }

  private void person(RoleGrants grants, String name, Role role, UUID scope) {
    UUID id =
        people.add(
            Actor.program(), name + "@example.org", name, null, "no password", Lang.ES, true);
    grants.grant(Actor.program(), id, new Actor.Grant(role, scope));
  }
}
