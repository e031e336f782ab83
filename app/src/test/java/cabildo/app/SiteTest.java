package cabildo.app;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.accounts.People;
import cabildo.accounts.Person;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.testing.TestDatabase;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextConfiguration;

/// The whole program behind a real port, with real commits: who comes in, and how it is kept out.
@SpringBootTest(
    classes = Cabildo.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "cabildo.data=target/test-data")
@ContextConfiguration(initializers = TestDatabase.class)
class SiteTest {
  private static final String PASSWORD = "lluvia tambor cobre lento";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired PasswordEncoder passwords;
  String email = "";
  UUID person = new UUID(0, 0);

  /// The first test finds the database without people, and the first administrator comes in.
  @BeforeAll
  static void theFirstAdministratorComesInByTheLinkOfTheConsole(
      @Autowired FirstAdministrator notice, @LocalServerPort int port) {
    String link = notice.lines().getLast().strip();
    String stale = link.substring(link.indexOf("/es/"));
    String path = notice.lines().getLast().strip().substring(link.indexOf("/es/"));
    String[] typed = {"name", "Elena", "email", "elena@example.org", "password", PASSWORD};
    Browser browser = new Browser(port);
    assertThat(browser.get(stale).status()).as("a later start makes another").isEqualTo(410);
    assertThat(browser.get(path).main()).contains("la primera persona administradora");
    assertThat(browser.submit(path, path, typed).status()).isEqualTo(303);
    assertThat(browser.submit("/es/sign-in", path, typed).status()).isEqualTo(410);
    assertThat(notice.lines()).as("nothing to say once there is somebody").isEmpty();
    browser.submit(
        "/es/sign-in", "/es/sign-in", "email", "elena@example.org", "password", PASSWORD);
    assertThat(browser.get("/es/people").main()).contains("Elena", "Administración");
  }

  @BeforeEach
  void aPersonWithAnAccount() {
    email = "noa" + NUMBER.incrementAndGet() + "@example.org";
    String hash = Objects.requireNonNull(passwords.encode(PASSWORD));
    person = people.add(Actor.program(), email, "Noa Ruiz", null, hash, Lang.ES, true);
  }

  @Test
  void theRightPasswordOpensASessionThatScriptCannotReadAndOtherSitesCannotUse() {
    Browser browser = new Browser(port);
    var seen = signIn(browser, PASSWORD);
    assertThat(seen.status()).isEqualTo(303);
    assertThat(seen.header("location")).isEqualTo("/en/account");
    assertThat(seen.header("set-cookie")).contains("cabildo=", "HttpOnly", "SameSite=Lax");
    assertThat(browser.get("/en/account").main()).contains(email);
  }

  @Test
  void behindTlsTheCookiesAreForTlsOnly() throws Exception {
    var client = java.net.http.HttpClient.newHttpClient();
    var answer =
        client.send(
            java.net.http.HttpRequest.newBuilder(
                    java.net.URI.create("http://127.0.0.1:" + port + "/en/sign-in"))
                .header("X-Forwarded-Proto", "https")
                .build(),
            java.net.http.HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
        .contains("cabildo-form=", "Secure", "HttpOnly", "SameSite=Lax");
  }

  @Test
  void aSessionThatWasThereBeforeIsNotTheOneAfterwards() {
    Browser victim = new Browser(port);
    Browser attacker = new Browser(port);
    signIn(attacker, PASSWORD);
    String planted = attacker.cookie("cabildo");
    people.changePassword(Actor.program(), person, other());
    people.changePassword(
        Actor.program(), person, Objects.requireNonNull(passwords.encode(PASSWORD)));
    victim.bring("cabildo", planted);
    signIn(victim, PASSWORD);
    assertThat(victim.cookie("cabildo")).isNotEmpty().isNotEqualTo(planted);
    assertThat(attacker.get("/en/account").status()).isEqualTo(303);
  }

  @Test
  void aWrongPasswordIsRefusedKindly() {
    Browser browser = new Browser(port);
    var seen = signIn(browser, "lluvia tambor cobre rápido");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.main()).contains("do not belong together");
    assertThat(seen.page().select("#email").val()).isEqualTo(email);
    assertThat(seen.page().select("input[name=to]").val()).isEqualTo("/en/account");
    assertThat(seen.text()).doesNotContain("cobre");
    assertThat(browser.cookie("cabildo")).isEmpty();
  }

  @Test
  void anUnknownAddressIsRefusedInTheSameWords() {
    Browser browser = new Browser(port);
    String known = signIn(browser, "wrong wrong wrong").main();
    email = "nobody@example.org";
    assertThat(signIn(browser, "wrong wrong wrong").main()).isEqualTo(known);
    email = "nobody\0@example.org";
    assertThat(signIn(browser, "wrong wrong wrong").status()).isEqualTo(422);
  }

  @Test
  void afterTenFailuresAnAddressWaitsHoweverItWritesThePath() {
    Browser browser = new Browser(port);
    String token = browser.get("/en/sign-in").page().select("input[name=_csrf]").attr("value");
    for (String path :
        new String[] {"/en/sign-in", "/es/sign-in", "/ES/sign-in", "/en/sign%2Din"}) {
      for (int i = 0; i < 3; i++) {
        browser.post(path, "email", i + "@example.org", "password", "x", "_csrf", token);
      }
    }
    var seen = browser.post("/en/sign-in", "email", email, "password", PASSWORD, "_csrf", token);
    assertThat(seen.status()).isEqualTo(429);
    assertThat(seen.header("retry-after")).isEqualTo("600");
    assertThat(seen.main()).contains("too many tries");
    assertThat(signIn(new Browser(port), PASSWORD).status()).as("from elsewhere").isEqualTo(303);
  }

  @Test
  void afterTenFailuresAnAccountWaitsWhoeverAsks() {
    for (int i = 0; i < 10; i++) {
      assertThat(signIn(new Browser(port), "wrong wrong wrong").status()).isEqualTo(422);
    }
    assertThat(signIn(new Browser(port), PASSWORD).status()).isEqualTo(429);
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    Browser browser = new Browser(port);
    assertThat(browser.post("/en/sign-in", "email", email, "password", PASSWORD).status())
        .isEqualTo(403);
    signIn(browser, PASSWORD);
    assertThat(browser.post("/en/account/password", "old", PASSWORD).status()).isEqualTo(403);
    assertThat(browser.post("/en/sign-out").status()).isEqualTo(403);
    assertThat(browser.get("/en/account").status()).isEqualTo(200);
  }

  @Test
  void signingInLeadsOnlyToPagesOfThisSite() {
    for (String to : new String[] {"https://evil.example/", "//evil.example/", "/en\\evil", ""}) {
      var seen =
          new Browser(port)
              .submit("/en/sign-in", "/en/sign-in", "email", email, "password", PASSWORD, "to", to);
      assertThat(seen.header("location")).as(to).isEqualTo("/en/desk");
    }
  }

  @Test
  void signingOutEndsTheSessionOnTheServerToo() {
    Browser browser = new Browser(port);
    signIn(browser, PASSWORD);
    String session = browser.cookie("cabildo");
    assertThat(browser.submit("/en/account", "/en/sign-out").header("location")).isEqualTo("/en");
    assertThat(browser.cookie("cabildo")).isEmpty();
    browser.bring("cabildo", session);
    assertThat(browser.get("/en/account").status()).isEqualTo(303);
  }

  @Test
  void aClosedAccountOrAChangedPasswordEndsEverySessionAtOnce() {
    Browser browser = new Browser(port);
    signIn(browser, PASSWORD);
    people.changePassword(Actor.program(), person, other());
    assertThat(browser.get("/en/account").status()).isEqualTo(303);

    signIn(browser, "another password entirely");
    assertThat(browser.get("/en/account").status()).isEqualTo(200);
    people.close(Actor.program(), person);
    assertThat(browser.get("/en/account").status()).isEqualTo(303);
    assertThat(signIn(browser, "another password entirely").status()).isEqualTo(422);
  }

  @Test
  void aWeakHashIsReplacedAtTheNextSignIn() {
    String weak =
        Objects.requireNonNull(
            new org.springframework.security.crypto.argon2.Argon2PasswordEncoder(16, 32, 1, 1024, 1)
                .encode(PASSWORD));
    people.changePassword(Actor.program(), person, weak);
    Browser browser = new Browser(port);
    signIn(browser, PASSWORD);
    assertThat(people.find(person)).map(Person::password).get().isNotEqualTo(weak);
    assertThat(browser.get("/en/account").status()).as("and the session holds").isEqualTo(200);
  }

  @Test
  void everyAnswerTellsTheBrowserWhatNotToDo() {
    for (String path : new String[] {"/en/sign-in", "/en/nothing-here", "/en/account"}) {
      var seen = new Browser(port).get(path);
      assertThat(seen.header("x-content-type-options")).as(path).isIn("nosniff", "");
      assertThat(seen.header("cache-control")).as(path).contains("no-store");
    }
    assertThat(new Browser(port).get("/en/sign-in").header("content-security-policy"))
        .contains("default-src 'none'");
  }

  private String other() {
    return Objects.requireNonNull(passwords.encode("another password entirely"));
  }

  private Browser.Seen signIn(Browser browser, String password) {
    return browser.submit(
        "/en/sign-in", "/en/sign-in", "email", email, "password", password, "to", "/en/account");
  }
}
