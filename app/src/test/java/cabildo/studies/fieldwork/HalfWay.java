package cabildo.studies.fieldwork;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.kernel.Period;
import cabildo.ledger.Subjects;
import cabildo.statistics.planning.Template;
import cabildo.studies.Phase;
import cabildo.studies.Study;
import cabildo.studies.collection.CitizenSide;
import cabildo.studies.collection.FieldStudy;
import cabildo.studies.sampling.PlanTerms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A study with a registered plan: 97 answers each from Toluca (0), Metepec (1) and Ecatepec (2),
/// within 31 days.
@Component
class HalfWay {
  private final Database database;
  private final Subjects subjects;
  private final FieldStudy field;
  private final Clock clock;
  private UUID component = new UUID(0, 0);

  HalfWay(Database database, Subjects subjects, FieldStudy field, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.field = field;
    this.clock = clock;
  }

  /// @return the component that citizens answer
  UUID open() {
    CitizenSide side = field.planned();
    component = side.component().id();
    draw(side.study());
    field.enter(side.study(), Phase.Name.REGISTERED);
    field.enter(side.study(), Phase.Name.OPENED);
    return component;
  }

  void answers(String stream, int unit, long n) {
    database
        .sql(
            """
            insert into studies.tally (component_id, stream, unit, cell, item, code, n)
            values (:id, :stream, :unit, 0, -1, 0, :n), (:id, :stream, :unit, 0, 3, 1, :n)
            """)
        .with("id", component)
        .with("stream", stream)
        .with("unit", unit)
        .with("n", n)
        .change();
  }

  void invite(int unit, int count) {
    database
        .sql(
            """
            insert into studies.invitation (id, component_id, unit, number, token_hash, issued_at)
            select gen_random_uuid(), :id, :unit, n, decode(md5(n::text), 'hex'), :now
              from generate_series(1, :count) n
            """)
        .with("id", component)
        .with("unit", unit)
        .with("count", count)
        .with("now", clock.instant())
        .change();
  }

  /// @return a submission of the unit that was answered in no time
  long flagged(int unit) {
    long id =
        database
            .sql(
                """
                insert into studies.submission (component_id, stream, mode, instance_id, unit,
                  language, received_at, sha256, answers)
                values (:id, 'probability', 'web', 'one', :unit, 'es', :now, '', '{}') returning id
                """)
            .with("id", component)
            .with("unit", unit)
            .with("now", clock.instant())
            .count();
    database
        .sql("insert into studies.flag values (:id, 'speed', '12 s', :now)")
        .with("id", id)
        .with("now", clock.instant())
        .change();
    return id;
  }

  void review(long submission, String state, int second) {
    database
        .sql(
            """
            insert into studies.review (id, submission_id, state, note, reviewed_at,
              reviewed_by_name) values (gen_random_uuid(), :submission, :state, 'seen', :at, 'Beto')
            """)
        .with("submission", submission)
        .with("state", state)
        .with("at", clock.instant().plusSeconds(second))
        .change();
  }

  private void draw(Study study) {
    LocalDate today = LocalDate.now(clock);
    Period time = new Period(today, today.plusDays(30));
    Template.Kind template = Template.Kind.EVERY_MUNICIPALITY;
    PlanTerms terms =
        new PlanTerms(
            template, 0.1, 0.035, 0.95, 1, 1, 0.03, 3, 0.5, 350, 8000, 0.95, time, "", "");
    UUID frame = subjects.register("study_frame", study.id(), study.path() + "/f", study.title());
    UUID plan = subjects.register("study_plan", study.id(), study.path() + "/p", study.title());
    database
        .sql(
            """
            insert into studies.frame (id, study_id, number, source, reference_on, coverage, sha256,
              taken_at) values (:id, :study, 1, '{"es":"Censo"}', '2020-03-15', 1, 'x', :now)
            """)
        .with("id", frame)
        .with("study", study.id())
        .with("now", clock.instant())
        .change();
    database
        .sql(
            """
            insert into studies.plan (id, study_id, frame_id, template, terms, registered_at,
              registered_by_name, sha256)
            values (:id, :study, :frame, 'every_municipality', :terms::jsonb, :now, 'Beto', 'x')
            """)
        .with("id", plan)
        .with("study", study.id())
        .with("frame", frame)
        .with("terms", Json.write(terms.toJson()))
        .with("now", clock.instant())
        .change();
    database
        .sql(
            """
            insert into studies.sampled_unit (plan_id, number, code, name, territory_id, stratum,
              size, probability, weight, completes, invitations)
            select :plan, array_position(array['15106', '15054', '15033'], code) - 1, code,
                   name->>'es', id, code, adults, 1, adults / 97.0, 97, 194
              from members.territory where code in ('15106', '15054', '15033')
            """)
        .with("plan", plan)
        .change();
  }
}
