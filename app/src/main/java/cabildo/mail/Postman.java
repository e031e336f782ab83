package cabildo.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
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
  private static final int LETTERS_OF_A_ROUND = 50;
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

  /// Hands over what is due, one letter after the other, over one line to the server.
  ///
  /// @return how many letters the server was asked about; fewer than a full round when none is left
  ///   or the server does not answer
  int round() {
    int asked = 0;
    MailServer.@Nullable Line line = null;
    try {
      while (asked < LETTERS_OF_A_ROUND) {
        Letter letter = outbox.take().orElse(null);
        if (letter == null) {
          return asked;
        }
        if (line == null || !line.isOpen()) {
          line = call(letter);
        }
        if (line == null) {
          return asked;
        }
        hand(letter, line);
        asked++;
      }
      return asked;
    } finally {
      if (line != null) {
        line.close();
      }
    }
  }

  /// Absent when the server does not answer: then the letter is put back.
  private MailServer.@Nullable Line call(Letter letter) {
    try {
      return server.open();
    } catch (MessagingException e) {
      outbox.putBack(letter.id(), said(e), WHILE_SERVER_IS_AWAY);
      LOG.warn("the mail server takes no letters: {}", said(e));
      return null;
    }
  }

  private void hand(Letter letter, MailServer.Line line) {
    try {
      line.send(letter);
      outbox.markSent(letter.id());
    } catch (MessagingException e) {
      if (isForGood(e) || letter.tries() >= Outbox.MOST_TRIES) {
        outbox.markFailed(letter.id(), said(e));
      } else {
        outbox.markRefused(letter.id(), said(e));
      }
    }
  }

  /// Whether the server will say the same tomorrow: codes from 500 (RFC 5321, 4.2.1), or an address
  /// that is none.
  static boolean isForGood(MessagingException refusal) {
    for (Exception one = refusal; one != null; one = next(one)) {
      if (one instanceof AddressException || code(one) >= 500) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Exception next(Exception one) {
    return one instanceof MessagingException chained ? chained.getNextException() : null;
  }

  private static int code(Exception one) {
    return switch (one) {
      case SMTPAddressFailedException address -> address.getReturnCode();
      case SMTPSenderFailedException sender -> sender.getReturnCode();
      case SMTPSendFailedException letter -> letter.getReturnCode();
      default -> 0;
    };
  }

  /// What the server said last, without the addresses that servers like to repeat.
  static String said(MessagingException refusal) {
    Exception last = refusal;
    for (Exception one = refusal; one != null; one = next(one)) {
      last = one;
    }
    String text =
        String.valueOf(last.getMessage()).replaceAll("\\s+", " ").replaceAll("\\S*@\\S*", "…");
    return text.length() <= LONGEST_ERROR ? text.strip() : text.substring(0, LONGEST_ERROR).strip();
  }

  /// Lets a letter that is being handed over reach the server.
  @Override
  public void stop() {
    Thread running = walker;
    walker = null;
    bell.ring();
    try {
      if (running != null && !running.join(Duration.ofSeconds(4))) {
        running.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return walker != null;
  }
}
