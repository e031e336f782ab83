package cabildo.studies.assessments;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import cabildo.members.Territory;
import cabildo.studies.Component;
import cabildo.studies.Study;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Every statement that reads or writes assessments and their turning points.
@org.springframework.stereotype.Component
public class Assessments {
  private static final String COLUMNS =
      """
      select a.id, a.component_id, a.territory_id, t.name, t.code, u.path, a.due_on, a.reply_days,
             a.coders, a.opened_at,
             (select count(*)::int from (
                select distinct on (path) value, state from studies.assessment_answer n
                 where n.assessment_id = a.id and n.coding_id is null order by path, id desc) n
               where n.value is not null or n.state is not null) as answered,
             s.signed_at, s.head_name, s.head_post, s.sha256,
             (select count(c.finished_at)::int from studies.assessment_coding c
               where c.assessment_id = a.id) as coded,
             p.issued_at as told_at, p.reply_until, coalesce(p.is_public, false) as is_public,
             (select count(*)::int from studies.objection o where o.assessment_id = a.id)
               as objections,
             (select count(*)::int from studies.objection o where o.assessment_id = a.id
               and not exists (select from studies.resolution r where r.objection_id = o.id))
               as open,
             f.concluded_at
        from studies.assessment a
        join members.territory t on t.id = a.territory_id
        join ledger.subject u on u.id = a.id
        left join studies.assessment_signature s on s.assessment_id = a.id
        left join studies.assessment_preliminary p on p.assessment_id = a.id
        left join studies.assessment_conclusion f on f.assessment_id = a.id
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final Clock clock;

  Assessments(Database database, Subjects subjects, Ledger ledger, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Optional<Assessment> find(UUID componentId, UUID territoryId) {
    return database
        .sql(COLUMNS + "where a.component_id = :componentId and a.territory_id = :territoryId")
        .with("componentId", componentId)
        .with("territoryId", territoryId)
        .find(Assessment.class);
  }

  public Assessment get(UUID id) {
    return database.sql(COLUMNS + "where a.id = :id").with("id", id).get(Assessment.class);
  }

  /// In the order of the municipalities' codes.
  public List<Assessment> of(UUID componentId) {
    return database
        .sql(COLUMNS + "where a.component_id = :componentId order by t.code")
        .with("componentId", componentId)
        .list(Assessment.class);
  }

  /// Of these municipalities, in any study that is not yet published.
  List<Assessment> inProgress(Collection<UUID> territories) {
    return territories.isEmpty()
        ? List.of()
        : database
            .sql(
                COLUMNS
                    + """
                     join studies.component k on k.id = a.component_id
                     where a.territory_id in (:territories)
                       and not exists (select from studies.phase x
                             where x.study_id = k.study_id and x.phase = 'published')
                     order by a.due_on, t.code
                    """)
            .with("territories", territories)
            .list(Assessment.class);
  }

  /// Signed ones of studies that are not yet published: evaluators have work with them.
  List<Assessment> signed() {
    return database
        .sql(
            COLUMNS
                + """
                 join studies.component k on k.id = a.component_id
                 where s.signed_at is not null and f.concluded_at is null
                   and not exists (select from studies.phase x
                         where x.study_id = k.study_id and x.phase = 'published')
                 order by s.signed_at
                """)
        .list(Assessment.class);
  }

  /// Municipalities for which somebody with these scopes speaks.
  List<UUID> territoriesOf(Collection<UUID> scopes) {
    return scopes.isEmpty()
        ? List.of()
        : database
            .sql(
                """
                select id from members.territory where id in (:scopes) and level = 'municipality'
                union
                select territory_id from members.organisation
                 where id in (:scopes) and territory_id is not null
                   and kind in ('municipality', 'government')
                """)
            .with("scopes", scopes)
            .list(UUID.class);
  }

  /// @param terms what all assessments opened together share
  void open(
      Actor actor, Study study, Component component, Territory place, OpeningForm.Terms terms) {
    UUID id =
        subjects.register(
            "study_assessment",
            study.id(),
            study.path() + "/assessments/" + place.slug(),
            titled(place.name()));
    database
        .sql(
            """
            insert into studies.assessment (id, component_id, territory_id, due_on, reply_days,
              coders, opened_at, opened_by, opened_by_name)
            values (:id, :componentId, :territoryId, :dueOn, :replyDays, :coders, :now, :by, :name)
            """)
        .with("id", id)
        .with("componentId", component.id())
        .with("territoryId", place.id())
        .with("dueOn", terms.dueOn())
        .with("replyDays", terms.replyDays())
        .with("coders", terms.coders())
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    ledger.write(actor, "study.assessment.opened", id, Map.of());
  }

  /// A second signature is a `Conflict` of the primary key.
  void sign(Actor actor, Assessment assessment, SignatureForm.Head head, String sha256) {
    database
        .sql(
            """
            insert into studies.assessment_signature (assessment_id, head_name, head_post,
              signed_at, signed_by, signed_by_name, sha256)
            values (:id, :headName, :headPost, :now, :by, :name, :sha256)
            """)
        .with("id", assessment.id())
        .with("headName", head.name())
        .with("headPost", head.post())
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .with("sha256", sha256)
        .change();
    ledger.write(
        actor,
        "study.assessment.signed",
        assessment.id(),
        Map.of("head", head.name(), "post", head.post(), "sha256", sha256));
  }

  void tell(Actor actor, Assessment assessment, LocalDate replyUntil, boolean isPublic) {
    database
        .sql(
            """
            insert into studies.assessment_preliminary (assessment_id, reply_until, is_public,
              issued_at, issued_by, issued_by_name)
            values (:id, :replyUntil, :isPublic, :now, :by, :name)
            """)
        .with("id", assessment.id())
        .with("replyUntil", replyUntil)
        .with("isPublic", isPublic)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    ledger.writePrivately(
        actor,
        "study.assessment.told",
        assessment.id(),
        Map.of("replyUntil", replyUntil.toString(), "isPublic", isPublic));
  }

  void conclude(Actor actor, Assessment assessment) {
    database
        .sql(
            """
            insert into studies.assessment_conclusion (assessment_id, concluded_at, concluded_by,
              concluded_by_name)
            values (:id, :now, :by, :name)
            """)
        .with("id", assessment.id())
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    ledger.write(actor, "study.assessment.concluded", assessment.id(), Map.of());
  }

  private static LocalText titled(LocalText name) {
    String place = name.asWritten().text();
    return LocalText.both(
        "Cuestionario institucional de " + place, "Institutional questionnaire of " + place);
  }
}
