package cabildo.studies.submissions;

import cabildo.kernel.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Lets submissions that arrive together share a commit: whoever comes while the disk is busy goes
/// into the next batch. A batch that fails is tried again one by one, so that one bad row sinks no
/// other. While the database is away everybody is told so, and nothing is acknowledged.
@Component
class SubmissionWriter implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SubmissionWriter.class);

  /// Two: one fills its batch while the other waits for the disk.
  private static final int WRITERS = 2;

  private static final int LARGEST_BATCH = 256;
  private static final int MOST_WAITING = 4096;

  private final DataSource dataSource;
  private final Clock clock;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile List<Thread> writers = List.of();

  SubmissionWriter(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  private record Waiting(NewSubmission submission, CompletableFuture<Receipt> receipt) {}

  /// Returns when the submission is durable, or refused; `Unavailable` when neither can be said.
  Receipt write(NewSubmission submission) {
    var waiting = new Waiting(submission, new CompletableFuture<>());
    if (writers.isEmpty() || !queue.offer(waiting)) {
      throw unavailable();
    }
    try {
      return waiting.receipt().get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw unavailable();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException sql && isAway(sql)) {
        throw unavailable();
      }
      throw new IllegalStateException("a submission could not be written", e.getCause());
    }
  }

  private static Problem.Stop unavailable() {
    return new Problem.Unavailable("web.problem.unavailable", List.of()).stop();
  }

  /// Connection failures, a server that is shutting down or starting, a pool without connections.
  private static boolean isAway(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53")
        || e instanceof java.sql.SQLTransientException;
  }

  private void run() {
    List<Waiting> batch = new ArrayList<>(LARGEST_BATCH);
    while (isRunning()) {
      try {
        batch.add(queue.take());
        queue.drainTo(batch, LARGEST_BATCH - 1);
        write(batch);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        batch.clear();
      }
    }
  }

  private void write(List<Waiting> batch) {
    try {
      List<Receipt> receipts = commit(batch.stream().map(Waiting::submission).toList());
      for (int i = 0; i < receipts.size(); i++) {
        batch.get(i).receipt().complete(receipts.get(i));
      }
    } catch (SQLException | RuntimeException e) {
      if (batch.size() > 1 && !(e instanceof SQLException sql && isAway(sql))) {
        batch.forEach(one -> write(List.of(one)));
      } else {
        LOG.debug("{} submissions could not be written", batch.size(), e);
        batch.forEach(one -> one.receipt().completeExceptionally(e));
      }
    }
  }

  private List<Receipt> commit(List<NewSubmission> submissions) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<Receipt> receipts =
            new InsertSubmissions(connection, clock.instant()).write(submissions);
        connection.commit();
        return receipts;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  @Override
  public void start() {
    List<Thread> started = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      started.add(Thread.ofPlatform().daemon().name("submissions-" + i).unstarted(this::run));
    }
    writers = started;
    started.forEach(Thread::start);
  }

  /// What still waits is told that it was not taken: its sender keeps it and comes again.
  @Override
  public void stop() {
    List<Thread> running = writers;
    writers = List.of();
    running.forEach(Thread::interrupt);
    List<Waiting> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(one -> one.receipt().completeExceptionally(new SQLException("stopping", "57P01")));
  }

  @Override
  public boolean isRunning() {
    return !writers.isEmpty();
  }
}
