package cabildo.studies.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.testing.FixedClock;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(FieldStudy.class)
class ContactPagesTest {
  private static final String CONTACTS = FieldStudy.PATH + "/contacts";
  private static final String REMINDERS = FieldStudy.PATH + "/reminders";

  @Autowired Site site;
  @Autowired FieldStudy field;
  @Autowired Database database;
  @Autowired ForgetPeople forgetPeople;
  @Autowired Clock clock;

  @BeforeEach
  void threeCards() {
    field.open();
    site.as("beto").post(FieldStudy.PATH + "/invitations/sheets", "unit", "1", "count", "3");
  }

  @AfterEach
  void theClockGoesBack() {
    ((FixedClock) clock).moveTo(FixedClock.START);
  }

  private Site.Seen upload(String text) {
    return site.as("beto")
        .upload(
            CONTACTS,
            "file",
            "correos.csv",
            text.getBytes(StandardCharsets.UTF_8),
            "eraseOn",
            "2026-03-01");
  }

  private List<String> letters() {
    return database
        .sql("select recipient || ' ' || subject || ' ' || body from mail.letter order by id")
        .list(String.class);
  }

  private void daysPass(int days) {
    ((FixedClock) clock).moveTo(clock.instant().plus(Duration.ofDays(days)));
  }

  @Test
  void addressesAreKeptApartAndNeverShown() {
    var kept =
        upload("tarjeta;correo;idioma\n001-001;Uno@example.org;en\n001-002;dos@example.org;\n");
    assertThat(kept.status()).as(kept.errors()).isEqualTo(303);
    var page = site.as("beto").get(CONTACTS);
    assertThat(page.main()).contains("2 people to write to today", "1 March 2026");
    assertThat(page.text()).doesNotContain("@example.org");
    assertThat(
            database
                .sql("select string_agg(email, ' ' order by email) from studies.invitation_contact")
                .get(String.class))
        .isEqualTo("dos@example.org uno@example.org");
    assertThat(
            database
                .sql("select count(*) from ledger.entry where details::text like '%example.org%'")
                .count())
        .isZero();
  }

  @Test
  void everyLineAtFaultIsNamedAndNothingIsKept() {
    var refused =
        upload("card,email\n001-001,uno@example.org\n009-001,x\n001-001,dos@example.org\n");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.main())
        .contains(
            "3 card There is no card “009-001”", "3 email Not an address", "4 card Card 001-001");
    assertThat(upload("tarjeta\n001-001\n").main()).contains("1 email This column is missing");
    assertThat(database.sql("select count(*) from studies.invitation_contact").count()).isZero();
    assertThat(
            site.as("beto")
                .upload(
                    CONTACTS,
                    "file",
                    "x.csv",
                    "a,b\n1,2".getBytes(StandardCharsets.UTF_8),
                    "eraseOn",
                    "2025-01-01")
                .errors())
        .contains("from tomorrow on");
  }

  @Test
  void everybodyIsWrittenToOnceUntilSomeDaysHavePassed() {
    upload("card,email,language\n001-001,uno@example.org,en\n001-002,dos@example.org,es\n");
    assertThat(site.as("beto").post(REMINDERS).status()).isEqualTo(303);
    assertThat(letters())
        .hasSize(2)
        .anySatisfy(
            letter -> assertThat(letter).contains("uno@", "You are invited", "/en/answers/"))
        .anySatisfy(letter -> assertThat(letter).contains("dos@", "Le invitamos", "/es/answers/"));
    assertThat(site.as("beto").post(REMINDERS).status()).isEqualTo(409);

    daysPass(4);
    site.as("beto").post(REMINDERS);
    assertThat(letters()).hasSize(4).anySatisfy(one -> assertThat(one).contains("You can still"));
    daysPass(4);
    site.as("beto").post(REMINDERS);
    daysPass(4);
    site.as("beto").post(REMINDERS);
    daysPass(4);
    assertThat(site.as("beto").post(REMINDERS).status()).as("four are the most").isEqualTo(409);
    assertThat(letters()).hasSize(8);
  }

  @Test
  void theLinkOfALetterOpensTheSameInvitationAndWhoDeclinesIsLeftAlone() {
    upload("card,email\n001-001,uno@example.org\n001-002,dos@example.org\n");
    site.as("beto").post(REMINDERS);
    Matcher link = Pattern.compile("/es/answers/[0-9A-Z]{28}").matcher(letters().getFirst());
    assertThat(link.find()).isTrue();
    assertThat(site.asVisitor().get(link.group()).status()).isEqualTo(200);
    site.asVisitor().postWithoutToken(link.group(), "consent", "no");
    daysPass(4);
    site.as("beto").post(REMINDERS);
    assertThat(letters()).hasSize(3);
  }

  @Test
  void addressesAreErasedOnTheirDay() {
    upload("card,email\n001-001,uno@example.org\n");
    daysPass(44);
    forgetPeople.forget();
    assertThat(database.sql("select count(*) from studies.invitation_contact").count()).isOne();
    daysPass(1);
    forgetPeople.forget();
    assertThat(database.sql("select count(*) from studies.invitation_contact").count()).isZero();
  }

  @Test
  void answersThatNobodySentAreErasedAfterThirtyDays() {
    var sheet =
        site.as("beto").post(FieldStudy.PATH + "/invitations/sheets", "unit", "2", "count", "1");
    String link = "/en/answers/" + sheet.page().select(".card .code").text().replace(" ", "");
    site.asVisitor().postWithoutToken(link, "consent", "yes");
    daysPass(31);
    forgetPeople.forget();
    assertThat(database.sql("select answers::text from studies.sitting").get(String.class))
        .isEqualTo("{}");
  }

  @Test
  void onlyTheOfficerAddsAddressesAndWrites() {
    assertThat(site.as("ana").get(CONTACTS).status()).isEqualTo(403);
    assertThat(site.as("ana").post(CONTACTS).status()).isEqualTo(403);
    assertThat(site.as("ana").post(REMINDERS).status()).isEqualTo(403);
    assertThat(site.asVisitor().post(REMINDERS).status()).isEqualTo(401);
  }
}
