package cabildo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.kernel.LocalText;
import cabildo.ledger.Subjects;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class MailPagesTest {
  @Autowired Site site;
  @Autowired Outbox outbox;
  @Autowired Subjects subjects;
  @Autowired Database database;

  @Test
  void withoutAServerThePageSaysThatLettersWait() {
    write("k1");
    var page = site.as("elena").get("/es/mail");
    assertThat(page.main())
        .contains("falta decir qué servidor de correo los envía", "1 en espera", "Correo");
    assertThat(page.text()).doesNotContain("noa@");
  }

  @Test
  void whoDoesNotAdministerSeesNothing() {
    assertThat(site.as("beto").get("/en/mail").status()).isEqualTo(403);
    assertThat(site.asVisitor().get("/en/mail").status()).isEqualTo(303);
  }

  @Test
  void whatFailedIsShownWithItsReasonAndTriedAgain() {
    UUID about = write("k1");
    outbox.markFailed(outbox.take().orElseThrow().id(), "552 mailbox full");
    var page = site.as("elena").get("/en/mail");
    assertThat(page.main()).contains("552 mailbox full", "domain example.org", "1 try");
    assertThat(page.text()).doesNotContain("noa@");

    String path = "/en/mail/" + about + "/attempts";
    assertThat(page.page().select("form[action=" + path + "]")).hasSize(1);
    assertThat(site.as("beto").post(path).status()).isEqualTo(403);
    assertThat(site.asVisitor().post(path).status()).isEqualTo(401);
    assertThat(site.as("elena").post("/en/mail/nobody/attempts").status()).isEqualTo(404);
    assertThat(site.as("elena").post(path).status()).isEqualTo(303);
    assertThat(outbox.piles().getFirst().waiting()).isEqualTo(1);
    assertThat(
            database
                .sql("select is_public from ledger.entry where deed = 'mail.failed.retried'")
                .isTrue())
        .isFalse();
  }

  @Test
  void anAdministratorTriesOutTheServer() {
    assertThat(site.as("beto").post("/en/mail/trials", "email", "a@b.mx").status()).isEqualTo(403);
    var wrong = site.as("elena").post("/en/mail/trials", "email", "elena");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.page().select("#email").val()).isEqualTo("elena");

    assertThat(site.as("elena").post("/en/mail/trials", "email", "a@b.mx").status()).isEqualTo(303);
    assertThat(outbox.take().orElseThrow().subject()).isEqualTo("Trial letter from Cabildo");
    assertThat(database.sql("select count(*) from ledger.entry where details::text ~ '@'").count())
        .isZero();
  }

  private UUID write(String key) {
    UUID about = subjects.register("study", null, "/studies/post", LocalText.both("Uno", "One"));
    outbox.post("noa@example.org", "Hola", "Hola", about, key);
    return about;
  }
}
