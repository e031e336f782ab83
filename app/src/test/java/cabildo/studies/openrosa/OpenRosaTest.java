package cabildo.studies.openrosa;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.studies.Phase;
import cabildo.studies.collection.CitizenSide;
import cabildo.studies.collection.FieldStudy;
import cabildo.studies.openrosa.Phone.Part;
import cabildo.studies.submissions.Reviews;
import cabildo.studies.submissions.Submission;
import cabildo.studies.submissions.Submissions;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// The exchanges of <https://docs.getodk.org/openrosa/>, and what its clients do beyond that.
@PagesTest
@Import(FieldStudy.class)
class OpenRosaTest {
  private static final String COLLECTORS = FieldStudy.PATH + "/collectors";

  @Autowired Site site;
  @Autowired MockMvc web;
  @Autowired FieldStudy field;
  @Autowired Submissions submissions;
  @Autowired Reviews reviews;
  @Autowired KnownCollectors known;
  @Autowired Database database;

  @BeforeEach
  void nobodyIsRemembered() {
    known.forget();
  }

  @Test
  void aPhoneGetsItsFormFillsItInAndIsToldThatItArrived() {
    CitizenSide side = field.open();
    Phone phone = phone("Norte", "1");

    var list = phone.get("formList");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.header("Content-Type")).startsWith("text/xml");
    assertThat(list.header("X-OpenRosa-Version")).isEqualTo("1.0");
    var entry = list.xml().select("xforms[xmlns=http://openrosa.org/xforms/xformsList] > xform");
    assertThat(entry.select("formID").text()).isEqualTo(side.component().formId());
    assertThat(entry.select("name").text()).isNotBlank();
    assertThat(entry.select("version").text()).isEqualTo("1");
    assertThat(entry.select("hash").text()).matches("md5:[0-9a-f]{32}");
    assertThat(phone.head("formList").status()).isEqualTo(200);
    assertThat(phone.get("formList?formID=nothing").xml().select("xform")).isEmpty();
    assertThat(phone.get("formList?formID=" + side.component().formId()).xml().select("xform"))
        .hasSize(1);

    String url = entry.select("downloadUrl").text();
    assertThat(url).startsWith("http://localhost/v1/key/").endsWith(".xml");
    var form = phone.get(url.substring("http://localhost".length()));
    assertThat(form.header("Content-Type")).startsWith("application/xml");
    assertThat("md5:" + Secret.md5(form.text())).isEqualTo(entry.select("hash").text());
    assertThat(form.text())
        .contains("Toluca (1)", "Sus datos están a salvo")
        .doesNotContain("Metepec (2)");
    assertThat(
            phone
                .with("If-None-Match", form.header("ETag"))
                .get(url.substring("http://localhost".length()))
                .status())
        .isEqualTo(304);

    var manifest = phone.get("forms/" + side.component().formId() + "/manifest");
    assertThat(manifest.header("Content-Type")).startsWith("text/xml");
    assertThat(manifest.xml().select("manifest[xmlns=http://openrosa.org/xforms/xformsManifest]"))
        .hasSize(1);

    var head = phone.head("submission");
    assertThat(head.status()).isEqualTo(204);
    assertThat(head.header("X-OpenRosa-Accept-Content-Length")).isEqualTo("100000000");
    assertThat(head.header("Content-Language")).isEqualTo("es");

    var sent = phone.submit(instance("uuid:1", "1", "40"));
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    assertThat(sent.message()).isEqualTo("Respuesta recibida y guardada. Gracias.");
    Submission kept = submissions.find(side.component().id(), "uuid:1").orElseThrow();
    assertThat(kept.unit()).isEqualTo(1);
    assertThat(kept.collector()).isEqualTo("Norte");
    assertThat(kept.values())
        .containsEntry("identity/age", "40")
        .containsEntry("place", "15106")
        .containsEntry("access/twice", "80")
        .doesNotContainKey("cabildo_interview/sampled_unit");

    assertThat(phone.submit(instance("uuid:1", "1", "40")).status()).isEqualTo(201);
    assertThat(count()).isOne();
    var other = phone.submit(instance("uuid:1", "1", "41"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.message()).contains("mismo identificador");
  }

  @Test
  void anEditReplacesWhatItNames() {
    CitizenSide side = field.open();
    Phone phone = phone("Norte");
    phone.submit(instance("uuid:1", "2", "40"));
    assertThat(phone.submit(edit("uuid:2", "uuid:0", "41")).status()).isEqualTo(404);
    assertThat(phone.submit(edit("uuid:2", "uuid:1", "41")).status()).isEqualTo(201);
    assertThat(phone.submit(edit("uuid:3", "uuid:1", "42")).status()).isEqualTo(409);
    assertThat(submissions.find(side.component().id(), "uuid:1").orElseThrow().replacedById())
        .isNotNull();
  }

  @Test
  void filesComeInAnyOrderAndInParts() {
    CitizenSide side = field.open();
    Phone phone = phone("Norte");
    String xml = withPhoto("uuid:1", "foto.jpg");
    var first =
        phone.submit(
            "submission",
            List.of(
                new Part("audit.bin", "audit.bin", "\u0001\u0002"),
                new Part("xml_submission_file", "a.xml", xml),
                new Part("*isIncomplete*", "", "yes")));
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    long id = submissions.find(side.component().id(), "uuid:1").orElseThrow().id();
    assertThat(flags(id)).containsExactly("extra_file audit.bin");
    assertThat(phone.submit(xml).status()).isEqualTo(201);
    assertThat(flags(id)).containsExactly("extra_file audit.bin", "missing_file foto.jpg");
    assertThat(phone.submit(xml, "foto.jpg", "not really a photograph").status()).isEqualTo(201);
    assertThat(flags(id)).containsExactly("extra_file audit.bin");
    assertThat(phone.submit(xml, "../../etc/passwd.txt", "x").status()).isIn(201, 400);
    assertThat(phone.submit(withPhoto("uuid:2", "b.jpg"), "b.jpg", "").status()).isEqualTo(201);
  }

  @Test
  void whatTheFormWouldNotLetThroughIsRefusedInItsOwnWordsAndKept() {
    field.open();
    Phone phone = phone("Norte", "1");
    assertThat(refused(phone, instance("uuid:1", "1", "12"), 400)).contains("entre 18 y 120");
    assertThat(refused(phone, instance("uuid:1", "2", "40"), 400)).contains("«2»");
    assertThat(refused(phone, instance("uuid:1", "", "40"), 400)).contains("unidad");
    assertThat(refused(phone, instance("", "1", "40"), 400)).contains("instanceID");
    assertThat(refused(phone, instance("uuid:1", "1", "40").replace("campo_1", "x"), 404))
        .contains("«x»");
    assertThat(refused(phone, instance("uuid:1", "1", "40").replace("version=\"1\"", ""), 404))
        .contains("versión");
    assertThat(refused(phone, instance("uuid:1", "1", "40").replace("<age>", "<wage>"), 400))
        .contains("XML");
    assertThat(refused(phone, "not xml at all", 400)).contains("XML");
    assertThat(refused(phone, "", 400)).contains("XML");
    assertThat(refused(phone, "<data/>", 400)).contains("formulario");
    assertThat(
            refused(
                phone,
                "<!DOCTYPE data [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                    + instance("uuid:1", "1", "&a;"),
                400))
        .contains("entidades");
    assertThat(
            refused(
                phone,
                "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                    + instance("uuid:1", "1", "&b;"),
                400))
        .contains("entidades");
    assertThat(count()).isZero();
    var page = site.as("beto").get(COLLECTORS);
    assertThat(page.page().select("section:last-of-type tbody tr").size()).isGreaterThan(9);
    assertThat(page.main()).contains("entre 18 y 120");
    String body = page.page().select("a[href*=/refusals/]").eachAttr("href").getLast();
    assertThat(site.as("beto").get(body).text()).contains("<age>12</age>");
    assertThat(site.as("iris").get(body).status()).isEqualTo(403);
  }

  @Test
  void theSameRefusedTwiceIsCountedAndNotKeptTwice() {
    field.open();
    Phone phone = phone("Norte");
    for (int i = 0; i < 3; i++) {
      phone.submit(instance("uuid:1", "1", "12"));
    }
    assertThat(database.sql("select times from studies.refusal").get(Integer.class)).isEqualTo(3);
  }

  @Test
  void withoutConsentNothingIsKept() {
    field.open();
    var refused =
        phone("Norte").submit(instance("uuid:1", "1", "40").replace("<consent>yes", "<consent>no"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("no dio su consentimiento");
    assertThat(count()).isZero();
    assertThat(database.sql("select count(*) from studies.refusal").count()).isZero();
  }

  @Test
  void aRequestThatIsNoneIsRefusedWithTheHeadersOfTheProtocol() {
    field.open();
    Phone phone = phone("Norte");
    var none = phone.with("X-OpenRosa-Version", "").head("submission");
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.header("X-OpenRosa-Version")).isEqualTo("1.0");
    assertThat(phone.get("nothing").status()).isEqualTo(404);
    assertThat(phone.get("/v1/anything").status()).isEqualTo(404);
    assertThat(phone.get("forms/nothing.xml").status()).isEqualTo(404);
    assertThat(phone.get("forms/nothing/manifest").status()).isEqualTo(404);
    assertThat(phone.post("formList", new byte[0], "text/plain").status()).isEqualTo(405);
    assertThat(phone.post("submission", new byte[] {120}, "text/plain").status()).isEqualTo(400);
    assertThat(
            phone.post("submission", new byte[] {120}, "multipart/form-data; boundary=b").status())
        .isEqualTo(400);
    assertThat(phone.submit("submission", List.of(new Part("a.txt", "a.txt", "x"))).message())
        .contains("xml_submission_file");
    assertThat(phone.with("Accept-Language", "en-GB,en;q=0.9").get("nothing").message())
        .isEqualTo(
            "This address does not exist. Check the server address in the settings of the application.");
  }

  @Test
  void aWrongSecretIsForbiddenAndAWithdrawnOneToo() {
    field.open();
    Phone phone = phone("Norte");
    var wrong = new Phone(web, "/v1/key/abc/projects/" + FieldStudy.SLUG).get("formList");
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("null");
    String form =
        site.as("beto").get(COLLECTORS).page().select("form[action$=/withdrawal]").attr("action");
    assertThat(site.as("ana").post(form).status()).isEqualTo(403);
    assertThat(phone.get("formList").status()).isEqualTo(200);
    assertThat(site.as("beto").post(form).status()).isEqualTo(303);
    assertThat(phone.get("formList").status()).isEqualTo(403);
    assertThat(phone.submit(instance("uuid:1", "1", "40")).status()).isEqualTo(403);
    assertThat(site.as("beto").post(form).status()).isEqualTo(409);
    assertThat(site.as("beto").get(COLLECTORS).main()).contains("Withdrawn on");
  }

  @Test
  void answersAreTakenOnlyWhileTheFieldIsOpen() {
    CitizenSide side = field.planned();
    field.draw(side.study());
    field.notice(side.study());
    Phone phone = phone("Norte");
    assertThat(phone.get("formList").xml().select("xform")).hasSize(1);
    assertThat(refused(phone, instance("uuid:1", "1", "40"), 403)).contains("todavía no abre");
    field.enter(side.study(), Phase.Name.REGISTERED);
    field.enter(side.study(), Phase.Name.OPENED);
    known.forget();
    assertThat(phone.submit(instance("uuid:1", "1", "40")).status()).isEqualTo(201);
    field.enter(side.study(), Phase.Name.CLOSED);
    known.forget();
    assertThat(refused(phone, instance("uuid:2", "1", "40"), 403)).contains("ya cerró");
    assertThat(phone.get("formList").xml().select("xform")).isEmpty();
    assertThat(site.as("beto").get(COLLECTORS + "/new").status()).isEqualTo(409);
  }

  @Test
  void withoutASampleTheFormAsksForTheMunicipality() {
    CitizenSide side = field.planned();
    field.enter(side.study(), Phase.Name.REGISTERED);
    field.enter(side.study(), Phase.Name.OPENED);
    Phone phone = phone("Norte");
    assertThat(phone.get("forms/campo_1.xml").text())
        .contains("/data/place")
        .doesNotContain("sampled_unit");
    String xml = instance("uuid:1", "", "40").replace("<consent>", "<place>15106</place><consent>");
    assertThat(phone.submit(xml).status()).isEqualTo(201);
    Submission kept = submissions.find(side.component().id(), "uuid:1").orElseThrow();
    assertThat(kept.stream().code()).isEqualTo("volunteer");
    assertThat(kept.territoryId()).isNotNull();
  }

  @Test
  void collectorsAreAddedByTheOfficerAloneAndTheirSecretIsShownOnce() {
    field.open();
    assertThat(site.as("beto").post(COLLECTORS, "name", "").errors()).contains("Enter a name");
    assertThat(site.as("beto").post(COLLECTORS, "name", "a@example.org").errors())
        .contains("not an e-mail");
    var page = site.as("beto").post(COLLECTORS, "name", "Norte", "units", "1");
    assertThat(page.status()).isEqualTo(200);
    String secret = page.page().select("dd.hash").get(1).text();
    assertThat(secret).matches("[0-9a-z]{26}");
    assertThat(site.as("beto").post(COLLECTORS, "name", "Norte").errors()).contains("already");
    assertThat(site.as("beto").get(COLLECTORS).text()).contains("Toluca").doesNotContain(secret);
    for (String who : List.of("ana", "carla", "elena", "iris")) {
      assertThat(site.as(who).post(COLLECTORS, "name", "x").status()).isEqualTo(403);
      assertThat(site.as(who).get(COLLECTORS).status()).isEqualTo(403);
    }
    assertThat(site.asVisitor().post(COLLECTORS, "name", "x").status()).isEqualTo(401);
  }

  private String refused(Phone phone, String xml, int status) {
    var said = phone.submit(xml);
    assertThat(said.status()).as(said.text()).isEqualTo(status);
    assertThat(said.header("X-OpenRosa-Version")).isEqualTo("1.0");
    assertThat(said.header("Content-Type")).startsWith("text/xml");
    return said.message();
  }

  private Phone phone(String name, String... units) {
    String[] fields = new String[2 + 2 * units.length];
    fields[0] = "name";
    fields[1] = name;
    for (int i = 0; i < units.length; i++) {
      fields[2 + 2 * i] = "units";
      fields[3 + 2 * i] = units[i];
    }
    var page = site.as("beto").post(COLLECTORS, fields).page();
    String address = page.select("dd.hash").eachText().getLast();
    return new Phone(web, address.substring("http://localhost".length()));
  }

  private long count() {
    return database
        .sql(
            """
            select count(*) from studies.submission s
              join studies.component c on c.id = s.component_id
             where c.form_id = 'campo_1'
            """)
        .count();
  }

  private List<String> flags(long id) {
    return reviews.flags(id).stream().map(flag -> flag.kind() + " " + flag.detail()).toList();
  }

  static String instance(String id, String unit, String age) {
    return """
    <?xml version="1.0"?><data id="campo_1" version="1" xmlns:orx="http://openrosa.org/xforms">
    <cabildo_interview><notice_number>1</notice_number><sampled_unit>%s</sampled_unit></cabildo_interview>
    <consent>yes</consent><identity><sex>f</sex><age>%s</age></identity>
    <access><asked>no</asked></access>
    <orx:meta><orx:instanceID>%s</orx:instanceID></orx:meta></data>
    """
        .formatted(unit, age, id)
        .strip();
  }

  private static String edit(String id, String replaced, String age) {
    return instance(id, "2", age)
        .replace("</orx:meta>", "<orx:deprecatedID>" + replaced + "</orx:deprecatedID></orx:meta>");
  }

  private static String withPhoto(String id, String name) {
    return instance(id, "1", "40").replace("</access>", "<photo>" + name + "</photo></access>");
  }
}
