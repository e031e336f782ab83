package cabildo.studies.openrosa;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.studies.collection.FieldStudy;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.javarosa.core.model.FormDef;
import org.javarosa.xform.util.XFormUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// Whatever a phone, or somebody who pretends to be one, may send: never a defect.
@PagesTest
@Import(FieldStudy.class)
class AnyPhoneTest {
  private static final String[] PIECES = {
    "<",
    ">",
    "&",
    "\"",
    "]]>",
    "<![CDATA[",
    "<!--",
    "\u0000",
    "\u0007",
    "\ud83d\ude00",
    "=1+1",
    "<data>",
    "</data>",
    "-9999999999",
    "uuid:1",
    "%00",
    "\r\n--",
    "xml_submission_file",
    " ",
    "ñ"
  };

  @Autowired Site site;
  @Autowired MockMvc web;
  @Autowired FieldStudy field;
  @Autowired KnownCollectors known;
  private String base = "";

  @BeforeEach
  void aCollector() {
    known.forget();
    field.open();
    base =
        site.as("beto")
            .post(FieldStudy.PATH + "/collectors", "name", "Norte")
            .page()
            .select("dd.hash")
            .eachText()
            .getLast()
            .substring("http://localhost".length());
  }

  @Test
  void theFormOfAPhoneIsAcceptedByTheEngineOfItsClients() throws Exception {
    byte[] xml =
        new Phone(web, base).get("forms/campo_1.xml").text().getBytes(StandardCharsets.UTF_8);
    FormDef form = XFormUtils.getFormFromInputStream(new java.io.ByteArrayInputStream(xml));
    assertThat(form.getMainInstance().getRoot().getFirstChild("cabildo_interview")).isNotNull();
    assertThat(form.getTitle()).isNotBlank();
  }

  @Test
  void brokenInstancesAreRefusedAndNeverADefect() {
    Phone phone = new Phone(web, base);
    Random random = new Random(11);
    String good = OpenRosaTest.instance("uuid:1", "1", "40");
    for (int i = 0; i < 300; i++) {
      var broken = new StringBuilder(good);
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        int at = random.nextInt(broken.length());
        int until = Math.min(broken.length(), at + random.nextInt(12));
        broken.replace(at, until, PIECES[random.nextInt(PIECES.length)]);
      }
      int status = phone.submit(broken.toString()).status();
      assertThat(status).as(broken.toString()).isIn(201, 400, 404, 409);
    }
  }

  @Test
  void brokenRequestsAreRefusedAndNeverADefect() {
    Phone phone = new Phone(web, base);
    Random random = new Random(12);
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; filename=\"a\"\r\n\r\n"
            + OpenRosaTest.instance("uuid:1", "1", "40")
            + "\r\n--b--\r\n";
    for (int i = 0; i < 200; i++) {
      var broken = new StringBuilder(body);
      int at = random.nextInt(broken.length());
      broken.replace(
          at,
          Math.min(broken.length(), at + random.nextInt(40)),
          PIECES[random.nextInt(PIECES.length)]);
      if (random.nextInt(4) == 0) {
        broken.setLength(random.nextInt(broken.length()));
      }
      byte[] bytes = broken.toString().getBytes(StandardCharsets.UTF_8);
      int status =
          phone
              .post(
                  "submission?deviceID=%00" + i + "&st=x&=&&",
                  bytes,
                  "multipart/form-data; boundary=b")
              .status();
      assertThat(status).as(broken.toString()).isIn(201, 400, 404, 409, 413);
    }
  }

  @Test
  void strangeAddressesAreRefusedAndNeverADefect() {
    for (String path :
        new String[] {
          "/v1/",
          "/v1/key",
          "/v1/key/%00/projects/x/formList",
          "/v1/key/a/projects//formList",
          "/v1/projects/%F0%9F/formList?st=",
          "/v1/key//projects/x/",
          "/v1/x/y/z/q/w/e/r/t/y"
        }) {
      assertThat(new Phone(web, "").get(path).status()).as(path).isIn(400, 401, 403, 404);
    }
    for (String path : new String[] {"forms/..%2f..%2fx.xml", "forms/%00.xml", "submission/x"}) {
      assertThat(new Phone(web, base).get(path).status()).as(path).isEqualTo(404);
    }
  }
}
