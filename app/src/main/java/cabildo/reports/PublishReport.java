package cabildo.reports;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Freezes a draft as the next numbered version.
///
/// Refuses (Problem `Invalid`): answers that are missing, a blocking finding without justification,
/// a correction without reason. A report filed elsewhere is kept as it was filed, findings and all.
@Component
public class PublishReport {
  private final Database database;
  private final Reports reports;
  private final ComposeReport compose;
  private final Publications publications;
  private final Forms forms;
  private final Ledger ledger;
  private final Clock clock;

  public PublishReport(
      Database database,
      Reports reports,
      ComposeReport compose,
      Publications publications,
      Forms forms,
      Ledger ledger,
      Clock clock) {
    this.database = database;
    this.reports = reports;
    this.compose = compose;
    this.publications = publications;
    this.forms = forms;
    this.ledger = ledger;
    this.clock = clock;
  }

  public void publish(Actor actor, Report draft, @Nullable LocalText reason) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, clock.getZone());
    handIn(draft, today);
    Report report = reports.get(draft.id());
    ReportBody body =
        compose.compose(report, new ReadReport.Published(now, today.getYear()), reason);
    refuseUnready(report, body, reason);
    publications.add(actor, report.id(), body);
    ledger.write(
        actor,
        report.isPublished() ? "report.corrected" : "report.published",
        report.id(),
        Map.of("version", body.number(), "findings", body.findings().size()));
  }

  /// Keeps a report that was published elsewhere: as filed, with the findings unanswered.
  public void keepAsFiled(Actor actor, UUID reportId, ReadReport.Published when) {
    publications.add(actor, reportId, compose.compose(reports.get(reportId), when, null));
  }

  private void refuseUnready(Report report, ReportBody body, @Nullable LocalText reason) {
    List<FormDefinition.Question> missing = body.sheet().missing(forms.get(report.formId()));
    if (!missing.isEmpty()) {
      throw Problem.invalid("reports.publish.missing", missing.size());
    }
    if (body.unansweredCount() > 0) {
      throw Problem.invalid("reports.publish.blocked", body.unansweredCount());
    }
    if (report.isPublished() && reason == null) {
      throw Problem.invalid("reports.publish.reasonNeeded");
    }
  }

  /// The first publication hands the report in, unless its evaluators gave an earlier day.
  private void handIn(Report draft, LocalDate today) {
    database
        .sql(
            """
            update reports.report
               set submitted_on = coalesce(submitted_on, :today), version = version + 1
             where id = :id and version = :version
            """)
        .with("id", draft.id())
        .with("version", draft.version())
        .with("today", today)
        .changeOne();
  }
}
