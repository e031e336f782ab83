package cabildo.studies.submissions;

import cabildo.db.Database;
import cabildo.files.Vault;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes the files that came with answers.
@Component
public class Attachments {
  private final Database database;
  private final Clock clock;

  Attachments(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// @param expected whether an answer names it
  public record Attachment(
      String name, String sha256, boolean expected, long sizeBytes, String mediaType) {}

  public List<Attachment> of(long submissionId) {
    return database
        .sql(
            """
            select a.name, a.sha256, a.expected, b.size_bytes, b.media_type
              from studies.attachment a join files.blob b on b.sha256 = a.sha256
             where a.submission_id = :id order by a.name
            """)
        .with("id", submissionId)
        .list(Attachment.class);
  }

  public Optional<Attachment> find(long submissionId, String name) {
    return of(submissionId).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /// Adds files to a submission, in any number of goes, and flags what no answer names and what
  /// answers name in vain. The same file twice is the same file; the first of a name stays.
  ///
  /// @param named the names that answers hold
  /// @param isComplete whether no further files are announced
  public void receive(
      long submissionId, Collection<String> named, List<Vault.Kept> files, boolean isComplete) {
    for (Vault.Kept file : files) {
      add(submissionId, file, named.contains(file.fileName()));
    }
    database
        .sql(
            """
            delete from studies.flag f using studies.attachment a
             where f.submission_id = :id and f.kind = 'missing_file'
               and a.submission_id = f.submission_id and a.name = f.detail
            """)
        .with("id", submissionId)
        .change();
    if (isComplete && !named.isEmpty()) {
      flagMissing(submissionId, named);
    }
  }

  private void add(long submissionId, Vault.Kept file, boolean expected) {
    database
        .sql(
            """
            insert into studies.attachment (submission_id, name, sha256, expected)
            values (:id, :name, :sha256, :expected) on conflict do nothing
            """)
        .with("id", submissionId)
        .with("name", file.fileName())
        .with("sha256", file.blob().sha256())
        .with("expected", expected)
        .change();
    if (!expected) {
      database
          .sql(
              """
              insert into studies.flag (submission_id, kind, detail, noticed_at)
              values (:id, 'extra_file', :name, :now) on conflict do nothing
              """)
          .with("id", submissionId)
          .with("name", file.fileName())
          .with("now", clock.instant())
          .change();
    }
  }

  private void flagMissing(long submissionId, Collection<String> named) {
    database
        .sql(
            """
            insert into studies.flag (submission_id, kind, detail, noticed_at)
            select :id, 'missing_file', n.name, :now
              from unnest(:named::text[]) as n (name)
             where not exists (select from studies.attachment a
                                where a.submission_id = :id and a.name = n.name)
            on conflict do nothing
            """)
        .with("id", submissionId)
        .with("named", named.toArray(String[]::new))
        .with("now", clock.instant())
        .change();
  }
}
