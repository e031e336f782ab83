package cabildo.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.files.Samples;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Subject;
import cabildo.ledger.Subjects;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class EvidencePagesTest {
  private static final String TITLE = "Acta de la sesión";
  private static final String[] FIELDS = {
    "title",
    TITLE,
    "proves",
    "Que la sesión tuvo quórum.",
    "author",
    "Unidad de Transparencia",
    "factOn",
    "2022-05-27",
    "licence",
    "public_document",
    "personal",
    "no",
    "url",
    "https://example.org/acta"
  };

  @Autowired Site site;
  @Autowired Database database;
  @Autowired Subjects subjects;
  @Autowired EvidenceItems items;
  private Subject about;

  @BeforeEach
  void choose() {
    about = subjects.find("/commitments/mxmex0009").orElseThrow();
  }

  private String[] fields(String... more) {
    String[] all = new String[FIELDS.length + more.length + 2];
    all[0] = "about";
    all[1] = about.id().toString();
    System.arraycopy(FIELDS, 0, all, 2, FIELDS.length);
    System.arraycopy(more, 0, all, FIELDS.length + 2, more.length);
    return all;
  }

  private Site.Seen upload(String who, String fileName, byte[] bytes, String... more) {
    return site.as(who).upload("/es/evidence", "file", fileName, bytes, fields(more));
  }

  private EvidenceItem added() {
    return items.of(about.id()).stream()
        .filter(item -> item.title().equals(LocalText.of(Lang.ES, TITLE)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOfficerHandsInAFileAndComesBackToWhatItProves() {
    var seen = upload("beto", "acta.pdf", Samples.pdf(), "kind", "file");
    assertThat(seen.status()).isEqualTo(303);
    assertThat(seen.location()).isEqualTo("/es/commitments/mxmex0009");
    assertThat(added().fileName()).isEqualTo("acta.pdf");
    assertThat(added().mediaType()).isEqualTo("application/pdf");
    var page = site.asVisitor().get("/es/evidence/" + added().id());
    assertThat(page.main())
        .contains(TITLE, "Que la sesión tuvo quórum.", "27 de mayo de 2022")
        .contains(String.valueOf(added().sha256()), "Unidad de Transparencia", "Documento PDF")
        .contains("Documento público de una autoridad");
    assertThat(page.page().select("a[href=/es/commitments/mxmex0009]")).isNotEmpty();
  }

  @Test
  void theAdditionIsALineInTheLedger() {
    upload("beto", "acta.pdf", Samples.pdf(), "kind", "file");
    assertThat(
            database
                .sql(
                    "select count(*) from ledger.entry where subject_id = :id and deed = 'evidence.added'")
                .with("id", added().id())
                .count())
        .isEqualTo(1);
  }

  @Test
  void aLinkIsEvidenceToo() {
    assertThat(site.as("elena").post("/en/evidence", fields("kind", "link")).status())
        .isEqualTo(303);
    var item = items.of(about.id()).getLast();
    assertThat(item.url()).isEqualTo("https://example.org/acta");
    assertThat(site.asVisitor().get("/en/evidence/" + item.id() + "/file").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "carla", "iris", "sofia"})
  void whoIsNotResponsibleMayNotAddEvidence(String who) {
    assertThat(upload(who, "acta.pdf", Samples.pdf(), "kind", "file").status()).isEqualTo(403);
    assertThat(site.as(who).get("/es/evidence/new?about=" + about.id()).status()).isEqualTo(403);
  }

  @Test
  void aVisitorIsAskedToSignIn() {
    assertThat(site.asVisitor().post("/es/evidence", fields("kind", "link")).status())
        .isEqualTo(401);
    assertThat(site.asVisitor().get("/es/evidence/new?about=" + about.id()).location())
        .startsWith("/es/sign-in");
  }

  @Test
  void theBlankFormSaysWhatItIsForAndWhatIsAccepted() {
    var seen = site.as("beto").get("/en/evidence/new?about=" + about.id());
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.main()).contains("Add evidence", "Open government culture", ".pdf, .png");
  }

  @Test
  void nothingTypedIsLostAndTheFileNeedNotBeSentAgain() {
    var again =
        site.as("beto")
            .upload(
                "/es/evidence",
                "file",
                "acta.pdf",
                Samples.pdf(),
                "about",
                about.id().toString(),
                "title",
                TITLE,
                "kind",
                "file");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.errors()).contains("Diga qué prueba", "Elija los términos de uso");
    assertThat(again.page().select("input[name=title]").val()).isEqualTo(TITLE);
    assertThat(again.main()).contains("Ya se recibió: acta.pdf");
    String receipt = again.page().select("input[name=received]").val();
    var done =
        site.as("beto")
            .post(
                "/es/evidence",
                fields("kind", "file", "received", receipt, "receivedName", "acta.pdf"));
    assertThat(done.status()).isEqualTo(303);
    assertThat(added().fileName()).isEqualTo("acta.pdf");
    var stolen =
        site.as("elena")
            .post(
                "/es/evidence",
                fields("kind", "file", "received", receipt, "receivedName", "acta.pdf"));
    assertThat(stolen.errors()).contains("Elija el archivo una vez más");
  }

  @Test
  void anEmptyFormNamesEveryFieldInItsLanguage() {
    var seen = site.as("beto").post("/en/evidence", "about", about.id().toString());
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors())
        .contains("Say what it is", "Say what it proves", "Choose a file or a link")
        .contains("Choose the terms of use", "Say whether it holds personal data");
    assertThat(seen.page().select(".error-summary a").eachAttr("href"))
        .allSatisfy(
            id -> assertThat(seen.page().select("[id=" + id.substring(1) + "]")).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://example.org/a",
        "https://",
        "//example.org",
        "example.org",
        "https://ana:secret@example.org/",
        "https://exa mple.org/"
      })
  void anAddressThatIsNotOneOfTheWebIsRefused(String url) {
    var seen =
        site.as("beto")
            .post("/en/evidence", "about", about.id().toString(), "kind", "link", "url", url);
    assertThat(seen.errors()).contains("Enter a whole address");
  }

  @Test
  void aFactInTheFutureOrADateThatIsNoneIsRefused() {
    String id = about.id().toString();
    assertThat(site.as("beto").post("/en/evidence", "about", id, "factOn", "2030-01-01").errors())
        .contains("cannot be in the future");
    assertThat(site.as("beto").post("/en/evidence", "about", id, "factOn", "31/05/2022").errors())
        .contains("Enter a date that exists");
  }

  @Test
  void refusedFilesAreRefusedWithTheReason() {
    assertThat(upload("beto", "acta.pdf", new byte[0], "kind", "file").errors())
        .contains("El archivo está vacío");
    String tooLarge = upload("beto", "acta.pdf", new byte[20_000_001], "kind", "file").errors();
    assertThat(tooLarge.replaceAll("[.,]", "")).contains("20000001", "20000000");
    assertThat(upload("beto", "../acta.pdf", Samples.pdf(), "kind", "file").errors())
        .contains("contiene una carpeta");
    assertThat(upload("beto", "acta.pdf", Samples.text("<html>"), "kind", "file").errors())
        .contains("text/html");
    assertThat(upload("beto", "a.html", Samples.text("<html>"), "kind", "file").errors())
        .contains("No se aceptan archivos que terminan en .html");
  }

  @Test
  void whatIsAddedToNothingIsNotFound() {
    assertThat(site.as("beto").post("/en/evidence", "about", "x").status()).isEqualTo(404);
    assertThat(site.as("beto").get("/en/evidence/new").status()).isEqualTo(404);
    assertThat(site.as("beto").get("/en/evidence/new?about=" + UUID.randomUUID()).status())
        .isEqualTo(404);
    assertThat(site.asVisitor().get("/en/evidence/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(site.asVisitor().get("/en/evidence/x/file").status()).isEqualTo(404);
  }

  @Test
  void aFileIsGivenOutSoThatNothingInItCanRun() {
    upload("beto", "Acta de sesión.pdf", Samples.pdf(), "kind", "file");
    var response = site.asVisitor().get("/es/evidence/" + added().id() + "/file").response();
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentAsByteArray()).isEqualTo(Samples.pdf());
    assertThat(response.getContentType()).isEqualTo("application/pdf");
    assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.getHeader("Content-Security-Policy")).contains("sandbox");
    assertThat(response.getHeader("Content-Disposition")).startsWith("inline").contains("sesi");
  }

  @Test
  void aDocumentThatBrowsersDoNotShowIsOfferedForSaving() {
    upload("beto", "informe.docx", Samples.docx(), "kind", "file");
    var response = site.asVisitor().get("/es/evidence/" + added().id() + "/file").response();
    assertThat(response.getHeader("Content-Disposition")).startsWith("attachment");
  }

  @Test
  void aFileWithPersonalDataIsOpenOnlyToWhoWorksOnIt() {
    String id = about.id().toString();
    site.as("beto")
        .upload(
            "/es/evidence",
            "file",
            "lista.csv",
            Samples.text("nombre\nX\n"),
            "about",
            id,
            "title",
            TITLE,
            "proves",
            "x",
            "kind",
            "file",
            "licence",
            "unknown",
            "personal",
            "yes");
    String file = "/es/evidence/" + added().id() + "/file";
    assertThat(site.asVisitor().get("/es/evidence/" + added().id()).main())
        .contains("contiene datos personales");
    assertThat(site.asVisitor().get(file).location()).startsWith("/es/sign-in");
    assertThat(site.as("ana").get(file).status()).isEqualTo(403);
    assertThat(site.as("beto").get(file).status()).isEqualTo(200);
  }

  @Test
  void aWithdrawnItemStaysReadableWithTheReason() {
    upload("beto", "acta.pdf", Samples.pdf(), "kind", "file");
    String path = "/es/evidence/" + added().id();
    assertThat(site.as("beto").get(path + "/withdrawal").status()).isEqualTo(200);
    assertThat(site.as("beto").post(path + "/withdrawal", "reason", " ").errors())
        .contains("Diga por qué ya no vale");
    var done = site.as("beto").post(path + "/withdrawal", "reason", "Era de otra sesión.");
    assertThat(done.location()).isEqualTo(path);
    assertThat(site.asVisitor().get(path).main())
        .contains("Retirada", "Era de otra sesión.", "Humberto Olvera", TITLE);
    assertThat(site.asVisitor().get(path + "/file").status()).isEqualTo(200);
    assertThat(site.as("beto").post(path + "/withdrawal", "reason", "Otra vez").status())
        .isEqualTo(409);
  }

  @Test
  void whoDidNotAddAnItemAndIsNotResponsibleMayNotWithdrawIt() {
    upload("beto", "acta.pdf", Samples.pdf(), "kind", "file");
    String path = "/es/evidence/" + added().id() + "/withdrawal";
    assertThat(site.as("ana").post(path, "reason", "x").status()).isEqualTo(403);
    assertThat(site.as("iris").get(path).status()).isEqualTo(403);
    assertThat(site.asVisitor().post(path, "reason", "x").status()).isEqualTo(401);
  }

  @Test
  void anItemCanProveManyThings() {
    upload("beto", "acta.pdf", Samples.pdf(), "kind", "file");
    Subject plan = subjects.find("/plans/edomex-2021-2022").orElseThrow();
    items.attach(Actor.program(), added().id(), plan.id());
    items.attach(Actor.program(), added().id(), plan.id());
    var all = items.ofAll(List.of(plan.id(), about.id()));
    assertThat(all.getOrDefault(plan.id(), List.of())).contains(added());
    assertThat(all.getOrDefault(about.id(), List.of())).contains(added());
    assertThat(items.about(added().id())).hasSize(2);
    assertThat(items.ofAll(List.of())).isEmpty();
  }
}
