package cabildo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.CannotStart;
import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.ledger.Subjects;
import cabildo.testing.FixedClock;
import cabildo.testing.PagesTest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class PostmanTest {
  private static final String TO = "noa@example.org";

  @Autowired Outbox outbox;
  @Autowired Database database;
  @Autowired Subjects subjects;
  @Autowired Bell bell;
  @Autowired Clock clock;
  int port = free();
  GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  UUID about = new UUID(0, 0);

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void aServerAndSomethingToWriteAbout() {
    server.start();
    about = subjects.register("study", null, "/studies/post", LocalText.both("Correo", "Post"));
  }

  @AfterEach
  void theServerGoesAndTheClockGoesBack() {
    server.stop();
    ((FixedClock) clock).moveTo(FixedClock.START);
  }

  @Test
  void aLetterArrivesAsItWasWritten() throws Exception {
    post("k1");
    assertThat(postman().round()).isEqualTo(1);

    MimeMessage got = server.getReceivedMessages()[0];
    assertThat(got.getSubject()).isEqualTo("¿Ya contestó? Quedan 3 días");
    assertThat(got.getContent()).asString().contains("Ñandú: su opinión cuenta.");
    assertThat(got.getFrom()[0]).hasToString("\"Instituto; avisos\" <avisos@instituto.example>");
    assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(got.getMessageID()).endsWith("@instituto.example>");
    assertThat(got.getContentType()).containsIgnoringCase("text/plain; charset=UTF-8");
    assertThat(outbox.piles().getFirst())
        .extracting(Outbox.Pile::waiting, Outbox.Pile::sent, Outbox.Pile::failed)
        .containsExactly(0L, 1L, 0L);
    assertThat(postman().round()).as("nothing is left").isZero();
  }

  @Test
  void theSameKeyMakesOneLetter() {
    assertThat(post("k1")).isTrue();
    assertThat(post("k1")).isFalse();
    postman().round();
    assertThat(post("k1")).as("also after it was sent").isFalse();
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void manyLettersGoOverOneLine() {
    for (int i = 0; i < 60; i++) {
      post("k" + i);
    }
    assertThat(postman().round()).isEqualTo(50);
    assertThat(postman().round()).isEqualTo(10);
    assertThat(server.getReceivedMessages()).hasSize(60);
  }

  @Test
  void aServerThatIsAwayCostsNoTry() {
    post("k1");
    server.stop();
    assertThat(postman().round()).isZero();
    assertThat(number("select tries from mail.letter")).isZero();
    assertThat(outbox.complaint()).isPresent();

    server.start();
    assertThat(postman().round()).as("not at once").isZero();
    later(Duration.ofMinutes(1));
    assertThat(postman().round()).isEqualTo(1);
    assertThat(outbox.complaint()).isEmpty();
  }

  @Test
  void whatIsTakenIsLeftAloneByOthersAndComesUpAgainWhenTheyDie() {
    post("k1");
    assertThat(outbox.take()).isPresent();
    assertThat(postman().round()).isZero();
    later(Duration.ofMinutes(6));
    assertThat(postman().round()).isEqualTo(1);
  }

  @Test
  void anAddressThatIsNoneFailsAtOnceAndTheNextLetterStillGoes() {
    outbox.post("no address at all", "Hola", "Hola", about, "k1");
    post("k2");
    assertThat(postman().round()).isEqualTo(2);
    assertThat(outbox.failures(9))
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.tries()).isEqualTo(1);
          assertThat(failure.error()).isNotBlank();
        });
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void whatIsRefusedForNowIsTriedEightTimesEverLessOften() {
    post("k1");
    for (int i = 1; i <= 8; i++) {
      Letter letter = outbox.take().orElseThrow();
      assertThat(letter.tries()).isEqualTo(i);
      assertThat(outbox.take()).isEmpty();
      later(Duration.ofHours(12));
    }
    assertThat(Outbox.MOST_TRIES).isEqualTo(8);
  }

  @Test
  void failedLettersGoOutAgainWhenSomebodySaysSo() {
    post("k1");
    UUID id = outbox.take().orElseThrow().id();
    outbox.markFailed(id, "mailbox full");
    assertThat(postman().round()).isZero();
    assertThat(outbox.tryAgain(Actor.program(), about)).isEqualTo(1);
    assertThat(postman().round()).isEqualTo(1);
  }

  @Test
  void addressesAreForgottenAndTheKeyIsNot() {
    post("k1");
    postman().round();
    assertThat(number("select count(*) from mail.letter where body is not null"))
        .as("what it said is dropped as soon as it is sent")
        .isZero();
    later(Duration.ofDays(29));
    assertThat(outbox.forget(Duration.ofDays(30))).isZero();
    later(Duration.ofDays(2));
    assertThat(outbox.forget(Duration.ofDays(30))).isEqualTo(1);
    assertThat(number("select count(*) from mail.letter where recipient is not null")).isZero();
    assertThat(post("k1")).isFalse();
  }

  @Test
  void noAddressIsKeptInWhatTheServerSaid() {
    var said = new MessagingException("550 5.1.1 <noa@example.org>: unknown\r\n user noa@x.mx");
    assertThat(Postman.said(said)).isEqualTo("550 5.1.1 … unknown user …");
  }

  @Test
  void aSubjectOfTwoLinesIsRefused() {
    Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> outbox.post(TO, "Hola\r\nBcc: x@y.z", "Hola", about, "k1"));
  }

  @Test
  void settingsThatNobodyCanMeanStopTheStart() {
    Assertions.assertThatThrownBy(() -> settings("avisos", "none"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cabildo.mail.from");
    Assertions.assertThatThrownBy(() -> settings("a@b.mx", "ssl"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cabildo.mail.tls");
  }

  private boolean post(String key) {
    return outbox.post(
        TO, "¿Ya contestó? Quedan 3 días", "Ñandú: su opinión cuenta.\n", about, key);
  }

  private Postman postman() {
    String from = "\"Instituto; avisos\" <avisos@instituto.example>";
    MailSettings settings = settings(from, "none");
    return new Postman(outbox, new MailServer(settings), settings, bell, clock);
  }

  private MailSettings settings(String from, String tls) {
    var settings = new MailSettings("127.0.0.1", port, "", "", from, tls, 30);
    new MailServer(settings);
    return settings;
  }

  private long number(String sql) {
    return database.sql(sql).count();
  }

  private void later(Duration time) {
    ((FixedClock) clock).moveTo(clock.instant().plus(time));
  }
}
