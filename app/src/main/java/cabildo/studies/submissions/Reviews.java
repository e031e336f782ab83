package cabildo.studies.submissions;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes reviews and flags of submissions.
@Component
public class Reviews {
  private final Database database;
  private final Submissions submissions;
  private final FoldSubmissions fold;
  private final Ledger ledger;
  private final Clock clock;

  public Reviews(
      Database database,
      Submissions submissions,
      FoldSubmissions fold,
      Ledger ledger,
      Clock clock) {
    this.database = database;
    this.submissions = submissions;
    this.fold = fold;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// What a reviewer says of a submission.
  public enum State {
    APPROVED,
    /// It counts, and somebody has to ask.
    HAS_ISSUES,
    /// It does not count.
    REJECTED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public record Review(
      State state, @Nullable String note, Instant reviewedAt, String reviewedByName) {}

  /// What the program noticed by itself.
  public record Flag(String kind, String detail, Instant noticedAt) {}

  /// The newest first.
  public List<Review> of(long submissionId) {
    return database
        .sql(
            """
            select state, note, reviewed_at, reviewed_by_name from studies.review
             where submission_id = :id order by reviewed_at desc, id desc
            """)
        .with("id", submissionId)
        .list(Review.class);
  }

  public List<Flag> flags(long submissionId) {
    return database
        .sql(
            """
            select kind, detail, noticed_at from studies.flag
             where submission_id = :id order by noticed_at, kind, detail
            """)
        .with("id", submissionId)
        .list(Flag.class);
  }

  public void flag(long submissionId, String kind, String detail) {
    database
        .sql(
            """
            insert into studies.flag (submission_id, kind, detail, noticed_at)
            values (:id, :kind, :detail, :now) on conflict do nothing
            """)
        .with("id", submissionId)
        .with("kind", kind)
        .with("detail", detail)
        .with("now", clock.instant())
        .change();
  }

  /// @param note why; needed for everything but an approval
  public void review(
      Actor actor,
      java.util.UUID studyId,
      Submission submission,
      State state,
      @Nullable String note) {
    database
        .sql(
            """
            insert into studies.review
              (id, submission_id, state, note, reviewed_at, reviewed_by, reviewed_by_name)
            values (:id, :submissionId, :state, :note, :now, :by, :name)
            """)
        .with("id", Ids.next())
        .with("submissionId", submission.id())
        .with("state", state)
        .with("note", note)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    fold.refold(submissions.get(submission.id()));
    ledger.writePrivately(
        actor,
        "study.submission.reviewed",
        studyId,
        Map.of("submission", submission.id(), "state", state.code()));
  }
}
