package cabildo.studies;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.kernel.Subject;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Every statement that reads or writes studies.
@org.springframework.stereotype.Component
public class Studies {
  private static final String COLUMNS =
      """
      select id, slug, title, question, territory_id, organisation_id, plan_id, about_id, invented,
             version
        from studies.study
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;

  public Studies(Database database, Subjects subjects, Ledger ledger) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
  }

  /// The newest first.
  public List<Study> all() {
    return database.sql(COLUMNS + "order by id desc").list(Study.class);
  }

  public Study get(UUID id) {
    return database.sql(COLUMNS + "where id = :id").with("id", id).get(Study.class);
  }

  public Study get(String slug) {
    return find(slug).orElseThrow(Problem::notFound);
  }

  public Optional<Study> find(String slug) {
    return database.sql(COLUMNS + "where slug = :slug").with("slug", slug).find(Study.class);
  }

  /// The study, for an officer who may run it; else `NotFound` or `NotAllowed`.
  public Study forOfficer(Actor actor, String slug) {
    Study study = get(slug);
    actor.mustHold(Role.OFFICER, study.scopes());
    return study;
  }

  /// A study is part of what it serves, else of its territory, so their pages grow old with it.
  public void add(Actor actor, Study study) {
    UUID parent = study.aboutId() == null ? study.territoryId() : study.aboutId();
    subjects.register(new Subject(study.id(), "study", parent, study.path(), study.title()));
    database
        .sql(
            """
            insert into studies.study
              (id, slug, title, question, territory_id, organisation_id, plan_id, about_id, invented)
            values (:id, :slug, :title::jsonb, :question::jsonb, :territoryId, :organisationId,
              :planId, :aboutId, :invented)
            """)
        .with("id", study.id())
        .with("slug", study.slug())
        .with("title", study.title())
        .with("question", study.question())
        .with("territoryId", study.territoryId())
        .with("organisationId", study.organisationId())
        .with("planId", study.planId())
        .with("aboutId", study.aboutId())
        .with("invented", study.invented())
        .change();
    ledger.write(actor, "study.added", study.id(), Map.of());
  }
}
