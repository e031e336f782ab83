package cabildo.studies;

import cabildo.db.Database;
import cabildo.instruments.Version;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Every statement that reads or writes components of studies.
@org.springframework.stereotype.Component
public class Components {
  private static final String COLUMNS =
      "select id, study_id, perspective, version_id, form_id from studies.component ";

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;

  public Components(Database database, Subjects subjects, Ledger ledger) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
  }

  public Component get(UUID id) {
    return database.sql(COLUMNS + "where id = :id").with("id", id).get(Component.class);
  }

  public List<Component> of(UUID studyId) {
    return database
        .sql(COLUMNS + "where study_id = :studyId order by perspective")
        .with("studyId", studyId)
        .list(Component.class);
  }

  public Optional<Component> find(UUID studyId, Perspective perspective) {
    return of(studyId).stream().filter(one -> one.perspective() == perspective).findFirst();
  }

  public Optional<Component> findByForm(String formId) {
    return database
        .sql(COLUMNS + "where form_id = :formId")
        .with("formId", formId)
        .find(Component.class);
  }

  /// Lets a study ask with a version, which must be published.
  public Component add(
      Actor actor, Study study, Perspective perspective, Version version, String formId) {
    if (!version.isPublished()) {
      throw Problem.conflict("studies.component.notPublished");
    }
    LocalText title = study.title();
    UUID id =
        subjects.register(
            "study_component", study.id(), study.path() + "/" + perspective.code(), title);
    database
        .sql(
            """
            insert into studies.component (id, study_id, perspective, version_id, form_id)
            values (:id, :studyId, :perspective, :versionId, :formId)
            """)
        .with("id", id)
        .with("studyId", study.id())
        .with("perspective", perspective)
        .with("versionId", version.id())
        .with("formId", formId)
        .change();
    ledger.writePrivately(
        actor, "study.component.added", study.id(), Map.of("perspective", perspective.code()));
    return get(id);
  }
}
