package cabildo.studies.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.studies.Phase;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(FieldStudy.class)
class InvitationPagesTest {
  private static final String SHEETS = FieldStudy.PATH + "/invitations/sheets";

  @Autowired Site site;
  @Autowired FieldStudy field;
  @Autowired Database database;
  @Autowired ContactOutcomes outcomes;

  @Test
  void anOfficerPrintsWhatThePlanStillLacks() {
    field.open();
    assertThat(site.as("beto").get(FieldStudy.PATH + "/invitations").main())
        .contains("Toluca", "Metepec", "No base yet");

    var first = site.as("beto").post(SHEETS, "unit", "1");
    assertThat(first.status()).as(first.main()).isEqualTo(200);
    assertThat(first.page().select(".card")).hasSize(4);
    assertThat(site.as("beto").post(SHEETS, "unit", "all").page().select(".card")).hasSize(4);
    assertThat(site.as("beto").post(SHEETS, "unit", "1").errors()).contains("has all its");
    assertThat(site.as("beto").post(SHEETS, "unit", "2", "count", "2").page().select(".card"))
        .hasSize(2);
    assertThat(database.sql("select count(*) from studies.invitation").count()).isEqualTo(10);
  }

  @Test
  void theQrCodeOnACardReadsAsItsAddress() throws Exception {
    field.open();
    var sheet = site.as("beto").post(SHEETS, "unit", "1", "count", "1").page();
    String typed = sheet.select(".card .code").text();
    String read = read(sheet.select(".card path").attr("d"));
    assertThat(read).matches("http://.*/es/answers/[0-9A-Z]{28}");
    assertThat(read).endsWith("/" + typed.replace(" ", ""));
  }

  @Test
  void theCodeIsTypedByHand() {
    field.open();
    String typed =
        site.as("beto").post(SHEETS, "unit", "1", "count", "1").page().select(".code").text();
    String link = "/en/answers/" + typed.replace(" ", "");
    String code = link.substring(link.lastIndexOf('/') + 1);
    assertThat(site.asVisitor().get("/en/answers").main()).contains("Enter the code");
    assertThat(
            site.asVisitor()
                .get("/en/answers?code=" + code.toLowerCase(java.util.Locale.ROOT))
                .location())
        .isEqualTo(link);
    assertThat(site.asVisitor().get("/en/answers?code=ABCD").errors()).contains("has a mistake");
    String other = LinkCode.fresh().text();
    assertThat(site.asVisitor().get("/en/answers?code=" + other).errors()).contains("opens no");
    assertThat(site.asVisitor().get("/en/answers/" + other).status()).isEqualTo(404);
    assertThat(site.asVisitor().postWithoutToken("/en/answers/nothing").status()).isEqualTo(404);
  }

  @Test
  void codesAreNotInTheDatabase() {
    field.open();
    String typed =
        site.as("beto").post(SHEETS, "unit", "1", "count", "1").page().select(".code").text();
    LinkCode code = LinkCode.read(typed).orElseThrow();
    assertThat(
            database
                .sql("select encode(token_hash, 'hex') from studies.invitation")
                .get(String.class))
        .hasSize(64)
        .isEqualTo(java.util.HexFormat.of().formatHex(code.sha256()));
  }

  @Test
  void nobodyIsInvitedBeforeTheDrawTheNoticeOrAfterTheEnd() {
    CitizenSide side = field.planned();
    assertThat(site.as("beto").post(SHEETS, "unit", "1").main()).contains("privacy notice first");
    field.notice(side.study());
    assertThat(site.as("beto").post(SHEETS, "unit", "1").main()).contains("drawn first");
    field.draw(side.study());
    assertThat(site.as("beto").post(SHEETS, "unit", "1").status()).isEqualTo(200);
    field.enter(side.study(), Phase.Name.REGISTERED);
    field.enter(side.study(), Phase.Name.OPENED);
    field.enter(side.study(), Phase.Name.CLOSED);
    var closed = site.as("beto").post(SHEETS, "unit", "1", "count", "1");
    assertThat(closed.status()).isEqualTo(409);
    assertThat(closed.main()).contains("Fieldwork of this study is closed");
  }

  @Test
  void onlyTheOfficerOfTheStudySeesAndMakesInvitations() {
    field.open();
    for (String who : List.of("ana", "carla", "elena", "iris", "sofia")) {
      assertThat(site.as(who).get(FieldStudy.PATH + "/invitations").status()).isEqualTo(403);
      assertThat(site.as(who).post(SHEETS, "unit", "1").status()).isEqualTo(403);
    }
    assertThat(site.asVisitor().post(SHEETS, "unit", "1").status()).isEqualTo(401);
    assertThat(database.sql("select count(*) from studies.invitation").count()).isZero();
  }

  @Test
  void whatWasTypedWrongIsSaidBesideTheField() {
    field.open();
    assertThat(site.as("beto").post(SHEETS, "unit", "7").errors()).contains("Choose a unit");
    assertThat(site.as("beto").post(SHEETS, "unit", "1", "count", "many").errors())
        .contains("whole number");
    assertThat(site.as("beto").post(SHEETS, "unit", "all", "count", "900").errors())
        .contains("1,800 cards");
  }

  @Test
  void lostCardsAreReplacedAndUsedOnesStay() {
    field.open();
    site.as("beto").post(SHEETS, "unit", "1");
    String unit = FieldStudy.PATH + "/invitations/units/1";
    String withdrawal =
        site.as("beto").get(unit).page().select("form[action$=withdrawal]").attr("action");
    assertThat(withdrawal).endsWith("/withdrawal");
    assertThat(site.as("ana").post(withdrawal).status()).isEqualTo(403);
    assertThat(site.as("beto").post(withdrawal).location()).isEqualTo(unit);
    assertThat(site.as("beto").post(withdrawal).status()).isEqualTo(409);

    assertThat(site.as("ana").post(unit + "/replacement").status()).isEqualTo(403);
    assertThat(site.as("beto").post(unit + "/replacement").page().select(".card")).hasSize(3);
    assertThat(site.as("beto").get(unit).page().select("tbody tr")).hasSize(7);
    assertThat(site.as("beto").get(unit).page().select("form[action$=withdrawal]")).hasSize(3);
  }

  @Test
  void contactOutcomesMakeResponseRates() {
    CitizenSide side = field.open();
    site.as("beto").post(SHEETS, "unit", "1");
    String unit = FieldStudy.PATH + "/invitations/units/1";
    String path = unit + "/outcomes";
    assertThat(site.as("beto").post(path, "invitation", "1", "outcome", "refused").status())
        .isEqualTo(303);
    site.as("beto").post(path, "invitation", "2", "outcome", "not_eligible");
    site.as("beto").post(path, "invitation", "2", "outcome", "not_reached", "note", "Tres visitas");

    var rates = outcomes.all(side.component().id());
    assertThat(rates.refusal()).isEqualTo(0.25);
    assertThat(rates.contact()).isEqualTo(0.25);
    assertThat(rates.responseRate(1)).isZero();
    assertThat(site.as("beto").get(unit).main()).contains("Lives there and was never met");
    assertThat(site.as("beto").get(FieldStudy.PATH + "/invitations").main()).contains("25.0 %");

    assertThat(site.as("ana").post(path, "invitation", "1", "outcome", "refused").status())
        .isEqualTo(403);
    var faulty = site.as("beto").post(path, "invitation", "99", "outcome", "vanished");
    assertThat(faulty.errors()).contains("Choose what happened", "Choose the card");
  }

  /// Draws the path into pixels and reads them as a phone does.
  private static String read(String path) throws Exception {
    int side = 97;
    byte[] pixels = new byte[side * side];
    java.util.Arrays.fill(pixels, (byte) 0xff);
    Matcher runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1").matcher(path);
    while (runs.find()) {
      int from = Integer.parseInt(runs.group(2)) * side + Integer.parseInt(runs.group(1));
      java.util.Arrays.fill(pixels, from, from + Integer.parseInt(runs.group(3)), (byte) 0);
    }
    var source =
        new LuminanceSource(side, side) {
          @Override
          public byte[] getRow(int y, byte[] row) {
            return java.util.Arrays.copyOfRange(pixels, y * side, (y + 1) * side);
          }

          @Override
          public byte[] getMatrix() {
            return pixels;
          }
        };
    var bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(source));
    var hints = java.util.Map.of(com.google.zxing.DecodeHintType.PURE_BARCODE, Boolean.TRUE);
    return new QRCodeReader().decode(bitmap, hints).getText();
  }
}
