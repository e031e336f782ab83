package cabildo.studies.submissions;

import cabildo.db.Database;
import cabildo.kernel.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Takes submissions in, and reads them again.
@Component
public class Submissions {
  static final String COLUMNS =
      """
      select s.id, s.component_id, s.stream, s.mode, s.instance_id, s.unit, s.invitation_id,
             s.territory_id, s.language, s.started_at, s.finished_at, s.received_at, s.collector,
             s.device, s.answers, s.replaces_id,
             (select n.id from studies.submission n where n.replaces_id = s.id) as replaced_by_id,
             (select r.state from studies.review r where r.submission_id = s.id
               order by r.reviewed_at desc, r.id desc limit 1) as review
        from studies.submission s
      """;

  private final Database database;
  private final JdbcTemplate jdbc;
  private final SubmissionWriter writer;
  private final Clock clock;

  public Submissions(
      Database database, DataSource dataSource, SubmissionWriter writer, Clock clock) {
    this.database = database;
    this.jdbc = new JdbcTemplate(dataSource);
    this.writer = writer;
    this.clock = clock;
  }

  /// Takes a submission in. Outside a transaction it is durable when this returns, and shares its
  /// commit with others; within one it is durable with it, before the answer leaves.
  ///
  /// Throws the Problem `Unavailable` while the database is away.
  public Receipt accept(NewSubmission submission) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      return writer.write(submission);
    }
    Receipt receipt = jdbc.execute((Connection connection) -> now(connection, submission));
    return receipt == null ? new Receipt.Conflict() : receipt;
  }

  private Receipt now(Connection connection, NewSubmission submission) throws SQLException {
    return new InsertSubmissions(connection, clock.instant()).write(List.of(submission)).getFirst();
  }

  public Submission get(long id) {
    return find(id).orElseThrow(Problem::notFound);
  }

  public Optional<Submission> find(long id) {
    return database.sql(COLUMNS + "where s.id = :id").with("id", id).find(Submission.class);
  }

  public Optional<Submission> find(UUID componentId, String instanceId) {
    return database
        .sql(COLUMNS + "where s.component_id = :componentId and s.instance_id = :instanceId")
        .with("componentId", componentId)
        .with("instanceId", instanceId)
        .find(Submission.class);
  }
}
