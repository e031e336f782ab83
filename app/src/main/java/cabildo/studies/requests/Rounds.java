package cabildo.studies.requests;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import cabildo.studies.Study;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes rounds with their templates and personas.
@Component
public class Rounds {
  private static final String COLUMNS =
      """
      select r.id, r.study_id, s.title as study, r.number, u.path, r.term_days, r.norm, r.coders, r.begun_at,
             r.closed_at, r.debriefed_at
        from studies.request_round r
        join ledger.subject u on u.id = r.id
        join studies.study s on s.id = r.study_id
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final Clock clock;

  Rounds(Database database, Subjects subjects, Ledger ledger, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// The newest first.
  List<Round> all() {
    return database.sql(COLUMNS + "order by r.begun_at desc, r.id").list(Round.class);
  }

  public List<Round> of(UUID studyId) {
    return database
        .sql(COLUMNS + "where r.study_id = :studyId order by r.number")
        .with("studyId", studyId)
        .list(Round.class);
  }

  Round ofTemplate(UUID templateId) {
    return database
        .sql(
            COLUMNS
                + """
                 join studies.request_template m on m.round_id = r.id where m.id = :templateId
                """)
        .with("templateId", templateId)
        .get(Round.class);
  }

  private Round get(UUID id) {
    return database.sql(COLUMNS + "where r.id = :id").with("id", id).get(Round.class);
  }

  Round get(UUID studyId, int number) {
    return of(studyId).stream()
        .filter(round -> round.number() == number)
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  List<Template> templates(UUID roundId) {
    return database
        .sql(
            """
            select id, number, topic, body, known_answer from studies.request_template
             where round_id = :roundId order by number
            """)
        .with("roundId", roundId)
        .list(Template.class);
  }

  List<Persona> personas(UUID roundId) {
    return database
        .sql(
            """
            select id, round_id, alias from studies.persona where round_id = :roundId
             order by alias
            """)
        .with("roundId", roundId)
        .list(Persona.class);
  }

  Round begin(Actor actor, Study study, RoundForm.Plan plan) {
    int number = of(study.id()).size() + 1;
    UUID id =
        subjects.register(
            "study_request_round",
            study.id(),
            study.path() + "/requests/" + number,
            LocalText.both("Ronda de solicitudes " + number, "Round of requests " + number));
    database
        .sql(
            """
            insert into studies.request_round (id, study_id, number, term_days, norm, coders,
              begun_at, begun_by_name)
            values (:id, :studyId, :number, :termDays, :norm, :coders, :now, :name)
            """)
        .with("id", id)
        .with("studyId", study.id())
        .with("number", number)
        .with("termDays", plan.termDays())
        .with("norm", plan.norm())
        .with("coders", plan.coders())
        .with("now", clock.instant())
        .with("name", actor.name())
        .change();
    for (int i = 0; i < plan.questions().size(); i++) {
      ask(id, i + 1, plan.questions().get(i));
    }
    plan.aliases().forEach(alias -> name(id, alias));
    ledger.writePrivately(actor, "study.round.begun", id, Map.of());
    return get(id);
  }

  private void ask(UUID roundId, int number, RoundForm.Question question) {
    database
        .sql(
            """
            insert into studies.request_template (id, round_id, number, topic, body, known_answer)
            values (:id, :roundId, :number, :topic, :body, :knownAnswer)
            """)
        .with("id", Ids.next())
        .with("roundId", roundId)
        .with("number", number)
        .with("topic", question.topic())
        .with("body", question.body())
        .with("knownAnswer", question.knownAnswer())
        .change();
  }

  private void name(UUID roundId, String alias) {
    database
        .sql("insert into studies.persona (id, round_id, alias) values (:id, :roundId, :alias)")
        .with("id", Ids.next())
        .with("roundId", roundId)
        .with("alias", alias)
        .change();
  }

  /// No date and no coding changes afterwards.
  void close(Actor actor, Round round) {
    database
        .sql(
            """
            update studies.request_round set closed_at = :now, closed_by_name = :name
             where id = :id and closed_at is null
            """)
        .with("now", clock.instant())
        .with("name", actor.name())
        .with("id", round.id())
        .changeOne();
    ledger.writePrivately(actor, "study.round.closed", round.id(), Map.of());
  }

  void debrief(Actor actor, Round round) {
    database
        .sql(
            """
            update studies.request_round set debriefed_at = :now
             where id = :id and closed_at is not null and debriefed_at is null
            """)
        .with("now", clock.instant())
        .with("id", round.id())
        .changeOne();
    ledger.writePrivately(actor, "study.round.debriefed", round.id(), Map.of());
  }
}
