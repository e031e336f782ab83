package cabildo.studies.collection;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import cabildo.studies.Study;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes privacy notices, and who accepted which.
@Component
public class Notices {
  private static final String COLUMNS =
      """
      select id, study_id, number, simplified, integral, published_at, published_by_name
        from studies.notice
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final Clock clock;

  Notices(Database database, Subjects subjects, Ledger ledger, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// The newest first.
  public List<Notice> of(UUID studyId) {
    return database
        .sql(COLUMNS + "where study_id = :studyId order by number desc")
        .with("studyId", studyId)
        .list(Notice.class);
  }

  /// The one that holds now.
  public Optional<Notice> current(UUID studyId) {
    return of(studyId).stream().findFirst();
  }

  /// The one that holds now; `Conflict` when none was published, since nobody may be asked then.
  public Notice mustHave(UUID studyId) {
    return current(studyId)
        .orElseThrow(() -> Problem.conflict("studies.collection.notice.neededFirst"));
  }

  Notice get(UUID id) {
    return database.sql(COLUMNS + "where id = :id").with("id", id).get(Notice.class);
  }

  /// The next version, which holds from now on. Somebody who published meanwhile was faster:
  /// `Conflict`.
  void publish(Actor actor, Study study, int number, LocalText simplified, LocalText integral) {
    String path = study.path() + "/notices/" + number;
    if (subjects.find(path).isPresent()) {
      throw Problem.conflict("web.problem.conflict");
    }
    LocalText title = LocalText.both("Aviso de privacidad v" + number, "Privacy notice v" + number);
    UUID id = subjects.register("study_notice", study.id(), path, title);
    database
        .sql(
            """
            insert into studies.notice (id, study_id, number, simplified, integral, published_at,
              published_by, published_by_name)
            values (:id, :studyId, :number, :simplified::jsonb, :integral::jsonb, :now, :by, :name)
            """)
        .with("id", id)
        .with("studyId", study.id())
        .with("number", number)
        .with("simplified", simplified)
        .with("integral", integral)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    ledger.write(actor, "study.notice.published", id, Map.of("number", number));
  }

  /// Said once for each set of answers, before they are given; again is the same.
  public void accept(UUID componentId, String instanceId, UUID noticeId, String language) {
    database
        .sql(
            """
            insert into studies.consent (component_id, instance_id, notice_id, language, agreed_at)
            values (:componentId, :instanceId, :noticeId, :language, :now)
            on conflict (component_id, instance_id) do nothing
            """)
        .with("componentId", componentId)
        .with("instanceId", instanceId)
        .with("noticeId", noticeId)
        .with("language", language)
        .with("now", clock.instant())
        .change();
  }
}
