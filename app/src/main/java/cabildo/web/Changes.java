package cabildo.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Listens to the database for things that changed, on this node or another, and tells the page
/// cache. Whoever was cut off may have missed something, so after a reconnection every page is old;
/// and so it is when a day begins, since lateness is counted in days.
@Component
class Changes implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final DataSource dataSource;
  private final PageCache pages;
  private final Clock clock;
  private volatile @Nullable Thread listener;

  Changes(DataSource dataSource, PageCache pages, Clock clock) {
    this.dataSource = dataSource;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public void start() {
    listener = Thread.ofVirtual().name("changes").start(this::run);
  }

  private void run() {
    while (isRunning()) {
      try (Connection connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException e) {
        LOG.debug("the channel of changes is cut", e);
      }
      pause();
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen cabildo_changed");
    }
    pages.everythingChanged();
    PGConnection postgres = connection.unwrap(PGConnection.class);
    LocalDate day = LocalDate.now(clock);
    while (isRunning()) {
      if (!day.equals(LocalDate.now(clock))) {
        day = LocalDate.now(clock);
        pages.everythingChanged();
      }
      for (PGNotification heard : postgres.getNotifications(2_000)) {
        pages.changed(
            Arrays.stream(heard.getParameter().split(",", -1)).map(UUID::fromString).toList());
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    Thread running = listener;
    listener = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return listener != null;
  }
}
