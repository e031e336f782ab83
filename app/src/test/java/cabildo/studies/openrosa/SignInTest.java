package cabildo.studies.openrosa;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.studies.collection.FieldStudy;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/// Clients that ask for user name and password, as RFC 7616 and RFC 7617 say.
@PagesTest
@Import(FieldStudy.class)
class SignInTest {
  private static final String BASE = "/v1/projects/" + FieldStudy.SLUG;
  private static final String LIST = BASE + "/formList";

  @Autowired Site site;
  @Autowired MockMvc web;
  @Autowired FieldStudy field;
  @Autowired KnownCollectors known;
  private String secret = "";

  @BeforeEach
  void aCollector() {
    known.forget();
    field.open();
    secret =
        site.as("beto")
            .post(FieldStudy.PATH + "/collectors", "name", "Norte")
            .page()
            .select("dd.hash")
            .eachText()
            .get(1);
  }

  @Test
  void whoeverComesWithoutAnythingIsChallenged() {
    var asked = new Phone(web, BASE).get("formList");
    assertThat(asked.status()).isEqualTo(401);
    assertThat(asked.header("X-OpenRosa-Version")).isEqualTo("1.0");
    assertThat(asked.response().getHeaders("WWW-Authenticate"))
        .singleElement()
        .asString()
        .startsWith("Digest realm=\"Cabildo\", qop=\"auth\", algorithm=MD5, nonce=\"");
    assertThat(new Phone(web, BASE).head("submission").status()).isEqualTo(401);
  }

  @Test
  void digestComesInWithTheRightPasswordForThisAddressAndMoment() {
    String nonce = nonce();
    assertThat(digest(secret, nonce, "GET", LIST).get("formList").status()).isEqualTo(200);
    assertThat(digest("wrong", nonce, "GET", LIST).get("formList").status()).isEqualTo(401);
    assertThat(digest(secret, nonce, "POST", LIST).get("formList").status()).isEqualTo(401);
    assertThat(digest(secret, nonce, "GET", BASE + "/other").get("formList").status())
        .isEqualTo(401);
    var stale = digest(secret, "18c0.00000000", "GET", LIST).get("formList");
    assertThat(stale.status()).isEqualTo(401);
    assertThat(stale.header("WWW-Authenticate")).endsWith("stale=true");
    String xml = OpenRosaTest.instance("uuid:1", "1", "40");
    assertThat(digest(secret, nonce, "POST", BASE + "/submission").submit(xml).status())
        .isEqualTo(201);
  }

  @Test
  void basicIsTakenOverTlsAlone() {
    String pair = "campo-1:" + secret;
    String header =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    assertThat(new Phone(web, BASE).with("Authorization", header).get("formList").status())
        .isEqualTo(401);
    Phone secure = new Phone(web, "https://localhost" + BASE);
    assertThat(secure.get("formList").response().getHeaders("WWW-Authenticate")).hasSize(2);
    assertThat(secure.with("Authorization", header).get("formList").status()).isEqualTo(200);
    for (String wrong :
        List.of("Basic !", "Basic YQ==", "Basic ", "Nonsense", "Digest", "Bearer x")) {
      assertThat(secure.with("Authorization", wrong).get("formList").status()).isEqualTo(401);
    }
  }

  @Test
  void theSecretMayStandInTheQueryAndStaysInTheAddresses() {
    var list = new Phone(web, BASE).get("formList?st=" + secret);
    assertThat(list.xml().select("downloadUrl").text()).endsWith(".xml?st=" + secret);
    assertThat(new Phone(web, BASE).get("formList?st=nothing").status()).isEqualTo(403);
    var other = new Phone(web, "/v1/key/" + secret + "/projects/another").get("formList");
    assertThat(other.status()).isEqualTo(403);
    assertThat(other.message()).contains("otro estudio");
  }

  @Test
  void whoGuessesIsMadeToWait() {
    Phone guesser = new Phone(web, "/v1/key/guess/projects/" + FieldStudy.SLUG).from("192.0.2.7");
    int status = 0;
    for (int i = 0; i < 70 && status != 429; i++) {
      status = guesser.get("formList").status();
    }
    assertThat(status).isEqualTo(429);
    assertThat(guesser.get("formList").header("Retry-After")).isEqualTo("600");
    assertThat(new Phone(web, BASE).get("formList?st=" + secret).status()).isEqualTo(200);
  }

  private String nonce() {
    Matcher nonce =
        Pattern.compile("nonce=\"([^\"]+)\"")
            .matcher(new Phone(web, BASE).get("formList").header("WWW-Authenticate"));
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }

  private Phone digest(String password, String nonce, String method, String uri) {
    String one = Secret.md5("campo-1:Cabildo:" + password);
    String two = Secret.md5(method + ":" + uri);
    String response = Secret.md5(one + ":" + nonce + ":00000001:abc:auth:" + two);
    return new Phone(web, BASE)
        .with(
            "Authorization",
            "Digest username=\"campo-1\", realm=\"Cabildo\", nonce=\"%s\", uri=\"%s\", qop=auth, nc=00000001, cnonce=\"abc\", response=\"%s\", algorithm=MD5"
                .formatted(nonce, uri, response));
  }
}
