package cabildo.studies.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.studies.Phase;
import cabildo.testing.FixedClock;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(FieldStudy.class)
class AnswerPagesTest {
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private static final String SECOND =
      "access/asked access/order access/ease access/since access/where access/photo";

  @Autowired Site site;
  @Autowired FieldStudy field;
  @Autowired Database database;
  @Autowired Clock clock;
  @Autowired ForgetPeople forgetPeople;

  @AfterEach
  void theClockGoesBack() {
    ((FixedClock) clock).moveTo(FixedClock.START);
  }

  /// A new invitation of Toluca, as in `/en/answers/…`.
  private String invited() {
    field.open();
    return card();
  }

  private String card() {
    var sheet =
        site.as("beto").post(FieldStudy.PATH + "/invitations/sheets", "unit", "1", "count", "1");
    return "/en/answers/" + sheet.page().select(".card .code").text().replace(" ", "");
  }

  private Site.Seen send(String path, String... fields) {
    return site.asVisitor().postWithoutToken(path, fields);
  }

  private String begun() {
    String link = invited();
    assertThat(send(link, "consent", "yes", "in", "en").status()).isEqualTo(303);
    return link;
  }

  private Site.Seen identity(String link, String... more) {
    String[] fields = {
      "asked", "identity/sex identity/age identity/state", "identity/sex", "f", "identity/age", "34"
    };
    String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return send(link + "/pages/1", all);
  }

  private Site.Seen access(String link, String... more) {
    String[] fields = {"asked", SECOND, "access/asked", "no"};
    String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return send(link + "/pages/2", all);
  }

  private String answers() {
    return database
        .sql("select answers::text from studies.submission order by id desc limit 1")
        .get(String.class);
  }

  private static String value(org.jsoup.nodes.Document page, String id) {
    return java.util.Objects.requireNonNull(page.getElementById(id)).val();
  }

  @Test
  void somebodyAnswersFromTheCardToTheReceipt() {
    String link = invited();
    var cover = site.asVisitor().get(link);
    assertThat(cover.main()).contains("Field study", "Your data are safe", "Do you agree");
    assertThat(send(link, "in", "en").errors()).contains("Choose whether you agree");
    assertThat(send(link, "consent", "yes", "in", "en").location()).endsWith("/pages/next");
    assertThat(site.asVisitor().get(link + "/pages/next").location()).endsWith("/pages/1");
    assertThat(site.asVisitor().get(link + "/pages/1").main())
        .contains("Page 1 of 2", "First, three facts", "How old are you?")
        .doesNotContain("Where were you born", "Municipality", "Do you agree");

    assertThat(identity(link).location()).endsWith("/pages/2");
    assertThat(access(link).location()).endsWith("/check");
    var check = site.asVisitor().get(link + "/check");
    assertThat(check.main()).contains("Woman", "34", "Not answered").doesNotContain("missing");
    var sent = send(link + "/submission");
    assertThat(sent.location()).endsWith("/receipt");
    assertThat(site.asVisitor().get(link + "/receipt").main())
        .containsPattern("[0-9A-F]{4}-[0-9A-F]{4}");
    assertThat(answers())
        .contains("\"consent\": \"yes\"", "\"place\": \"15106\"", "\"access/twice\": \"68\"");
    assertThat(
            database
                .sql(
                    """
                    select count(*) from studies.submission s
                      join studies.consent c using (component_id, instance_id)
                     where s.stream = 'probability' and s.unit = 1 and s.mode = 'web'
                       and s.territory_id is not null and s.invitation_id is not null
                    """)
                .count())
        .isOne();
    assertThat(database.sql("select answers::text from studies.sitting").get(String.class))
        .isEqualTo("{}");
  }

  @Test
  void anInvitationIsGoodForOneAnswerAndShowsNothingAfterwards() {
    String link = begun();
    identity(link);
    access(link);
    send(link + "/submission");
    var replay = site.asVisitor().get(link);
    assertThat(replay.status()).isEqualTo(410);
    assertThat(replay.main()).contains("has been used", "15 January 2026").doesNotContain("Woman");
    assertThat(site.asVisitor().get(link + "/pages/1").status()).isEqualTo(410);
    assertThat(site.asVisitor().get(link + "/check").status()).isEqualTo(410);
    assertThat(send(link, "consent", "yes").status()).isEqualTo(410);
    assertThat(identity(link).status()).isEqualTo(410);
    assertThat(send(link + "/submission").status()).isEqualTo(410);
    String since = "select count(*) from studies.submission where received_at >= '2026-01-01'";
    assertThat(database.sql(since).count()).isOne();
  }

  @Test
  void whatIsWrongIsSaidBesideTheQuestionAndNothingIsLost() {
    String link = begun();
    var faulty =
        send(
            link + "/pages/1",
            "asked",
            "identity/sex identity/age identity/state",
            "identity/age",
            "twelve");
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.errors()).contains("Enter a whole number", "Answer: Sex");
    assertThat(value(faulty.page(), "identity/age")).isEqualTo("twelve");
    assertThat(value(site.asVisitor().get(link + "/pages/1").page(), "identity/age"))
        .isEqualTo("twelve");
    var young = identity(link, "identity/age", "12", "in", "en");
    assertThat(young.status()).isEqualTo(303);
    var tooYoung =
        send(
            link + "/pages/1",
            "asked",
            "identity/sex identity/age",
            "identity/sex",
            "f",
            "identity/age",
            "12",
            "in",
            "en");
    assertThat(tooYoung.errors()).contains("You must be between 18 and 120");
    assertThat(send(link + "/submission").status()).isEqualTo(422);
  }

  @Test
  void aQuestionThatAnAnswerBringsUpIsAskedOnTheSamePage() {
    String link = begun();
    var again = identity(link, "identity/state", "09");
    assertThat(again.location()).endsWith("/pages/1#identity/birthplace");
    var page = site.asVisitor().get(link + "/pages/1").page();
    assertThat(page.getElementsByAttributeValue("name", "identity/birthplace"))
        .extracting(org.jsoup.nodes.Element::val)
        .containsExactly("09015");
    var wrong =
        send(link + "/pages/1", "asked", "identity/birthplace", "identity/birthplace", "15106");
    assertThat(wrong.errors()).contains("Choose one from the list");
  }

  @Test
  void turnsAreAddedAndRemoved() {
    String link = begun();
    identity(link);
    assertThat(
            send(
                    link + "/pages/2",
                    "asked",
                    SECOND + " access/means",
                    "access/asked",
                    "yes",
                    "access/means",
                    "web")
                .location())
        .endsWith("/pages/3");
    assertThat(send(link + "/pages/3", "then", "more:requests").location())
        .endsWith("/pages/3?more=requests");
    var blank = site.asVisitor().get(link + "/pages/3?more=requests").page();
    assertThat(blank.select("input[name=asked]").val())
        .isEqualTo("requests[1]/topic requests[1]/days");
    send(
        link + "/pages/3",
        "asked",
        "requests[1]/topic",
        "requests[1]/topic",
        "Obras",
        "then",
        "more:requests");
    send(
        link + "/pages/3",
        "asked",
        "requests[2]/topic requests[2]/days",
        "requests[2]/topic",
        "Sueldos",
        "requests[2]/days",
        "9");
    assertThat(send(link + "/pages/3", "then", "less:requests[1]").location()).endsWith("/pages/3");
    var left = site.asVisitor().get(link + "/pages/3").page();
    assertThat(value(left, "requests[1]/topic")).isEqualTo("Sueldos");
    assertThat(value(left, "requests[1]/days")).isEqualTo("9");
    assertThat(left.getElementById("requests[2]/topic")).isNull();
  }

  @Test
  void everyKindOfAnswerIsTakenAsAnXformWritesIt() {
    String link = begun();
    identity(link);
    byte[] picture = java.util.Base64.getDecoder().decode(PIXEL);
    var saved =
        site.asVisitor()
            .upload(
                link + "/pages/2",
                "access/photo",
                "plaza.png",
                picture,
                "asked",
                "access/asked access/means access/order access/ease access/since access/where access/photo",
                "access/asked",
                "yes",
                "access/means",
                "phone",
                "access/order.web",
                "2",
                "access/order.office",
                "1",
                "access/order.phone",
                "3",
                "access/ease",
                "4",
                "access/since",
                "31/12/2025",
                "access/where",
                "19.29, -99.65");
    assertThat(saved.location()).as(saved.errors()).endsWith("/pages/3");
    assertThat(site.asVisitor().get(link + "/pages/2").main()).contains("We have “plaza.png”");
    assertThat(send(link + "/submission").location()).endsWith("/receipt");
    assertThat(answers())
        .contains(
            "\"access/order\": \"office web phone\"",
            "\"access/where\": \"19.29 -99.65 0 0\"",
            "\"access/since\": \"2025-12-31\"",
            "\"access/photo\": \"plaza.png\"");
    assertThat(database.sql("select name from studies.attachment where expected").get(String.class))
        .isEqualTo("plaza.png");
  }

  @Test
  void aFileThatIsNotWhatItSaysIsRefusedBesideItsField() {
    String link = begun();
    identity(link);
    var refused =
        site.asVisitor()
            .upload(
                link + "/pages/2",
                "access/photo",
                "virus.png",
                new byte[] {'M', 'Z', 1, 2},
                "asked",
                "access/asked access/photo",
                "access/asked",
                "no");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().getElementById("access/photo-e")).isNotNull();
  }

  @Test
  void peopleGoBackLeaveAndComeBack() {
    String link = begun();
    assertThat(
            send(link + "/pages/1", "asked", "identity/age", "identity/age", "34", "then", "leave")
                .location())
        .endsWith("/saved");
    assertThat(site.asVisitor().get(link + "/saved").main()).contains("It is saved", "/es/answers");
    assertThat(send(link + "/pages/2", "then", "back").location()).endsWith("/pages/1");
    assertThat(send(link + "/pages/1", "then", "back").location()).isEqualTo(link);
    assertThat(site.asVisitor().get(link).main()).contains("What you had is still here");
    ((FixedClock) clock).moveTo(FixedClock.START.plusSeconds(90));
    identity(link);
    assertThat(database.sql("select seconds::text from studies.sitting").get(String.class))
        .isEqualTo("{\"1\": 90, \"2\": 0}");
  }

  @Test
  void whoDeclinesIsCountedAndNotAskedAgain() {
    String link = invited();
    assertThat(send(link, "consent", "no", "in", "en").location()).endsWith("/refusal");
    assertThat(site.asVisitor().get(link + "/refusal").main()).contains("not taking part");
    assertThat(
            database
                .sql("select outcome || recorded_by_name from studies.contact_outcome")
                .get(String.class))
        .isEqualTo("refused");
    assertThat(database.sql("select count(*) from studies.sitting").count()).isZero();
    assertThat(site.asVisitor().get(link).status()).as("may change her mind").isEqualTo(200);
  }

  @Test
  void whoStopsOnTheWayIsErasedAndMayBeginAnew() {
    String link = begun();
    identity(link);
    assertThat(site.asVisitor().get(link).main()).contains("Erase my answers");
    send(link, "consent", "no");
    assertThat(database.sql("select answers::text from studies.sitting").get(String.class))
        .isEqualTo("{}");
    assertThat(identity(link).location()).isEqualTo(link);
    assertThat(send(link, "consent", "yes", "in", "en").status()).isEqualTo(303);
    identity(link);
    access(link);
    assertThat(send(link + "/submission").location()).endsWith("/receipt");
  }

  @Test
  void whatNobodySendsIsErasedAfterThirtyDaysAndTheCardStaysGood() {
    String link = begun();
    identity(link);
    ((FixedClock) clock).moveTo(FixedClock.START.plus(java.time.Duration.ofDays(30)));
    forgetPeople.forget();
    assertThat(site.asVisitor().get(link).main()).contains("What you had is still here");
    ((FixedClock) clock).moveTo(FixedClock.START.plus(java.time.Duration.ofDays(31)));
    forgetPeople.forget();
    assertThat(site.asVisitor().get(link).main()).contains("Do you agree");
    assertThat(database.sql("select answers::text from studies.sitting").get(String.class))
        .isEqualTo("{}");
    send(link, "consent", "yes");
    identity(link);
    access(link);
    assertThat(send(link + "/submission").location()).endsWith("/receipt");
  }

  @Test
  void questionsAreReadInTheLanguageThatIsChosenAndFallBackVisibly() {
    String link = begun();
    identity(link);
    var maz = site.asVisitor().get(link + "/pages/2?in=maz");
    assertThat(maz.main()).contains("¿I dyötü ja na?", "Jää", "¿Qué tan fácil fue? Español");
    assertThat(maz.page().select("legend [lang=maz]").text()).contains("¿I dyötü ja na?");
    access(link, "in", "maz", "then", "leave");
    assertThat(site.asVisitor().get(link + "/pages/2").main()).contains("¿I dyötü ja na?");
  }

  @Test
  void nothingIsTakenBeforeTheStudyOpensOrAfterItCloses() {
    CitizenSide side = field.planned();
    field.draw(side.study());
    field.notice(side.study());
    String link = card();
    assertThat(site.asVisitor().get(link).main()).contains("has not begun yet");
    field.enter(side.study(), Phase.Name.REGISTERED);
    field.enter(side.study(), Phase.Name.OPENED);
    send(link, "consent", "yes");
    field.enter(side.study(), Phase.Name.CLOSED);
    assertThat(identity(link).main()).contains("Fieldwork has ended");
    assertThat(send(link + "/submission").status()).isEqualTo(410);
  }

  @Test
  void pagesAreSmallAndAskForNoCookie() throws IOException {
    String link = begun();
    identity(link);
    for (String path : new String[] {"", "/pages/1", "/pages/2?in=maz", "/check"}) {
      var seen = site.asVisitor().get(link + path);
      assertThat(seen.response().getHeaders("Set-Cookie")).as(path).isEmpty();
      assertThat(seen.page().select("script")).isEmpty();
      var zipped = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(zipped)) {
        gzip.write(seen.text().getBytes(StandardCharsets.UTF_8));
      }
      assertThat(seen.text().getBytes(StandardCharsets.UTF_8).length).as(path).isLessThan(30_000);
      assertThat(zipped.size()).as(path).isLessThan(5_000);
    }
  }
}
