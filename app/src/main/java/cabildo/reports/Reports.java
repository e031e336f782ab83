package cabildo.reports;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import cabildo.kernel.Subject;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes reports as such; their parts have classes of their own.
@Component
public class Reports {
  private static final String COLUMNS =
      """
      select r.id, r.slug, r.commitment_id, r.form_id, r.filed_elsewhere, r.source_url,
             r.original_language, r.period_from, r.period_to, r.assessed_on, r.submitted_on,
             r.created_at, r.invented, r.version,
             (select count(*) from reports.publication p where p.report_id = r.id)
               as publication_count
        from reports.report r
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final Clock clock;

  public Reports(Database database, Subjects subjects, Ledger ledger, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Report get(String slug) {
    return database.sql(COLUMNS + " where r.slug = :slug").with("slug", slug).get(Report.class);
  }

  public Report get(UUID id) {
    return database.sql(COLUMNS + " where r.id = :id").with("id", id).get(Report.class);
  }

  public List<Report> ofCommitment(UUID commitmentId) {
    return database
        .sql(COLUMNS + " where r.commitment_id = :commitmentId order by r.created_at")
        .with("commitmentId", commitmentId)
        .list(Report.class);
  }

  public boolean hasSlug(String slug) {
    return database
        .sql("select exists (select from reports.report where slug = :slug)")
        .with("slug", slug)
        .isTrue();
  }

  /// Begins a draft.
  public UUID start(
      Actor actor, String slug, UUID commitmentId, UUID formId, LocalText title, String language) {
    UUID id = Ids.next();
    subjects.register(new Subject(id, "report", commitmentId, "/reports/" + slug, title));
    database
        .sql(
            """
            insert into reports.report (id, slug, commitment_id, form_id, filed_elsewhere,
              original_language, created_at, created_by, invented)
            values (:id, :slug, :commitmentId, :formId, false, :language, :now, :by, false)
            """)
        .with("id", id)
        .with("slug", slug)
        .with("commitmentId", commitmentId)
        .with("formId", formId)
        .with("language", language)
        .with("now", clock.instant())
        .with("by", actor.mustBeSignedIn())
        .change();
    ledger.writePrivately(actor, "report.started", id, Map.of());
    return id;
  }

  /// The dates of a report: what it covers, when it was assessed, when it was handed in.
  public record Dates(
      Optional<LocalDate> periodFrom,
      Optional<LocalDate> periodTo,
      Optional<LocalDate> assessedOn,
      Optional<LocalDate> submittedOn) {}

  public void date(Actor actor, Report report, Dates dates) {
    database
        .sql(
            """
            update reports.report
               set period_from = :periodFrom, period_to = :periodTo, assessed_on = :assessedOn,
                   submitted_on = :submittedOn, version = version + 1
             where id = :id and version = :version
            """)
        .with("id", report.id())
        .with("version", report.version())
        .with("periodFrom", dates.periodFrom().orElse(null))
        .with("periodTo", dates.periodTo().orElse(null))
        .with("assessedOn", dates.assessedOn().orElse(null))
        .with("submittedOn", dates.submittedOn().orElse(null))
        .changeOne();
    ledger.writePrivately(actor, "report.dates.set", report.id(), Map.of());
  }

  /// A published report as lists show it.
  public record Listed(
      UUID id,
      String slug,
      UUID commitmentId,
      LocalText commitmentTitle,
      LocalText planTitle,
      int number,
      java.time.@Nullable Instant publishedAt,
      int publishedYear,
      boolean filedElsewhere,
      boolean invented,
      int findingCount,
      int unansweredCount) {}

  private static final String LISTED =
      """
      select r.id, r.slug, r.commitment_id, c.title as commitment_title, l.title as plan_title,
             p.number, p.published_at, p.published_year, r.filed_elsewhere, r.invented,
             jsonb_array_length(p.body -> 'findings') as finding_count,
             jsonb_array_length(jsonb_path_query_array(p.body,
               '$.findings[*] ? (@.severity == "BLOCK" && @.justification == null)'))
               as unanswered_count
        from reports.report r
        join commitments.commitment c on c.id = r.commitment_id
        join plans.plan l on l.id = c.plan_id
        join lateral (select * from reports.publication p where p.report_id = r.id
                       order by p.number desc limit 1) p on true
      """;

  public List<Listed> published() {
    return database
        .sql(LISTED + " order by p.published_year desc, p.published_at desc nulls last, r.slug")
        .list(Listed.class);
  }

  public List<Listed> publishedOf(UUID commitmentId) {
    return database
        .sql(LISTED + " where r.commitment_id = :commitmentId order by p.published_year, r.slug")
        .with("commitmentId", commitmentId)
        .list(Listed.class);
  }
}
