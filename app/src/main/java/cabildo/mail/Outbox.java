package cabildo.mail;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Every statement that reads or writes letters.
@Component
public class Outbox {
  /// After so many refusals "for now" a letter has failed.
  static final int MOST_TRIES = 8;

  /// What is waiting, sent and failed about one thing.
  public record Pile(
      UUID aboutId, String path, LocalText title, long waiting, long sent, long failed) {}

  /// @param error what the server said, without addresses
  /// @param domain what stands after the @; absent once the address is erased
  public record Failure(
      LocalText title, @Nullable String domain, int tries, String error, Instant failedAt) {}

  private final Database database;
  private final Ledger ledger;
  private final Clock clock;
  private final Bell bell;

  Outbox(Database database, Ledger ledger, Clock clock, Bell bell) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
    this.bell = bell;
  }

  /// Posts a letter in the caller's transaction; it leaves after the commit.
  ///
  /// @param to an e-mail address
  /// @param subject one line, in the reader's language
  /// @param text plain text; lines may be of any length
  /// @param aboutId the subject of the ledger that it is about
  /// @param key names this letter for good, as `reminder/ID of the invitation/2`; no address in it
  /// @return false when the key was used before: then nothing is posted
  public boolean post(String to, String subject, String text, UUID aboutId, String key) {
    if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the subject of a letter is one line");
    }
    boolean isNew =
        database
                .sql(
                    """
                    insert into mail.letter
                      (id, key, about_id, recipient, subject, body, posted_at, due_at)
                    values (:id, :key, :aboutId, :to, :subject, :text, :now, :now)
                    on conflict (key) do nothing
                    """)
                .with("id", Ids.next())
                .with("key", key)
                .with("aboutId", aboutId)
                .with("to", to)
                .with("subject", subject)
                .with("text", text)
                .with("now", clock.instant())
                .change()
            == 1;
    if (isNew) {
      ringAfterCommit();
    }
    return isNew;
  }

  /// Takes the letter that has been due longest, and nobody else will: it is due again after a
  /// while that grows fourfold with each try, from five minutes to twelve hours.
  Optional<Letter> take() {
    return database
        .sql(
            """
            update mail.letter
               set tries = tries + 1,
                   due_at = cast(:now as timestamptz)
                     + least(interval '5 minutes' * power(4, tries), interval '12 hours')
             where id = (
               select id from mail.letter
                where sent_at is null and failed_at is null and due_at <= :now
                order by due_at, id limit 1 for update skip locked)
            returning id, recipient, subject, body, posted_at, tries
            """)
        .with("now", clock.instant())
        .find(Letter.class);
  }

  void markSent(UUID id) {
    database
        .sql(
            """
            update mail.letter set sent_at = :now, error = null, subject = null, body = null
             where id = :id
            """)
        .with("now", clock.instant())
        .with("id", id)
        .change();
  }

  /// Refused for now: it stays due at the moment that `take` has set.
  void markRefused(UUID id, String error) {
    database
        .sql("update mail.letter set error = :error where id = :id")
        .with("error", error)
        .with("id", id)
        .change();
  }

  void markFailed(UUID id, String error) {
    database
        .sql("update mail.letter set error = :error, failed_at = :now where id = :id")
        .with("error", error)
        .with("now", clock.instant())
        .with("id", id)
        .change();
  }

  /// Puts a letter back that the server was not even asked about.
  void putBack(UUID id, String error, Duration wait) {
    database
        .sql(
            """
            update mail.letter set tries = tries - 1, due_at = :dueAt, error = :error where id = :id
            """)
        .with("dueAt", clock.instant().plus(wait))
        .with("error", error)
        .with("id", id)
        .change();
  }

  /// Erases addresses, and what failed letters say, some days after they were sent or failed.
  ///
  /// @return how many letters were forgotten
  int forget(Duration keep) {
    return database
        .sql(
            """
            update mail.letter set recipient = null, subject = null, body = null
             where recipient is not null and coalesce(sent_at, failed_at) < :before
            """)
        .with("before", clock.instant().minus(keep))
        .change();
  }

  /// By what the letters are about, what failed first.
  public List<Pile> piles() {
    return database
        .sql(
            """
            select l.about_id, s.path, s.title,
                   count(*) filter (where l.sent_at is null and l.failed_at is null) as waiting,
                   count(l.sent_at) as sent, count(l.failed_at) as failed
              from mail.letter l join ledger.subject s on s.id = l.about_id
             group by l.about_id, s.path, s.title
             order by failed desc, waiting desc, max(l.posted_at) desc
            """)
        .list(Pile.class);
  }

  /// The latest, at most `limit`.
  List<Failure> failures(int limit) {
    return database
        .sql(
            """
            select s.title, split_part(l.recipient, '@', 2) as domain, l.tries, l.error, l.failed_at
              from mail.letter l join ledger.subject s on s.id = l.about_id
             where l.failed_at is not null
             order by l.failed_at desc, l.id desc limit :limit
            """)
        .with("limit", limit)
        .list(Failure.class);
  }

  /// What the server said last about a letter that still waits.
  Optional<String> complaint() {
    return database
        .sql(
            """
            select error from mail.letter
             where sent_at is null and failed_at is null and error is not null
             order by due_at desc limit 1
            """)
        .find(String.class);
  }

  /// Lets what failed about a thing go out again, except what has been forgotten.
  ///
  /// @return how many letters
  int tryAgain(Actor actor, UUID aboutId) {
    int letters =
        database
            .sql(
                """
                update mail.letter set failed_at = null, tries = 0, due_at = :now
                 where about_id = :aboutId and failed_at is not null and recipient is not null
                """)
            .with("now", clock.instant())
            .with("aboutId", aboutId)
            .change();
    ledger.writePrivately(actor, "mail.failed.retried", aboutId, Map.of("letters", letters));
    ringAfterCommit();
    return letters;
  }

  private void ringAfterCommit() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              bell.ring();
            }
          });
    } else {
      bell.ring();
    }
  }
}
