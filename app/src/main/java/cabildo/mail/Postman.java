package cabildo.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Carries letters from the outbox to the server: one on each node, however many nodes there are.
@Component
class Postman implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration WHILE_SERVER_IS_AWAY = Duration.ofMinutes(1);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
  private static final int LETTERS_OF_A_ROUND = 100;
  private static final int LONGEST_ERROR = 300;

  private final Outbox outbox;
  private final MailServer server;
  private final MailSettings settings;
  private final Bell bell;
  private final Clock clock;
  private volatile @Nullable Thread walker;
  private Instant cleanedAt = Instant.EPOCH;

  Postman(Outbox outbox, MailServer server, MailSettings settings, Bell bell, Clock clock) {
    this.outbox = outbox;
    this.server = server;
    this.settings = settings;
    this.bell = bell;
    this.clock = clock;
  }

  @Override
  public void start() {
    walker = Thread.ofVirtual().name("postman").start(this::run);
  }

  private void run() {
    while (isRunning()) {
      try {
        bell.await(PATIENCE);
        clean();
        if (server.isSet()) {
          walk();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (DataAccessException e) {
        LOG.debug("the outbox is out of reach", e);
      } catch (RuntimeException e) {
        LOG.error("a round of the post was broken off", e);
      }
    }
  }

  private void clean() {
    if (clock.instant().isAfter(cleanedAt.plus(BETWEEN_CLEANINGS))) {
      cleanedAt = clock.instant();
      outbox.forget(settings.keep());
    }
  }

  private void walk() {
    while (isRunning() && round() == LETTERS_OF_A_ROUND) {
      // there may be more
    }
  }

  /// Hands over what is due, over one line.
  ///
  /// @return how many letters were taken in hand
  int round() {
    MailServer.@Nullable Line line = null;
    int taken = 0;
    try {
      Optional<Letter> next = outbox.take();
      while (next.isPresent()) {
        taken++;
        line = line == null ? server.open() : line;
        hand(next.get(), line);
        next = taken < LETTERS_OF_A_ROUND ? outbox.take() : Optional.empty();
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } finally {
      if (line != null) {
        line.close();
      }
    }
    return taken;
  }

  private void hand(Letter letter, MailServer.Line line) {
  }

  @Override
  public void stop() {
    Thread running = walker;
    walker = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return walker != null;
  }
}
