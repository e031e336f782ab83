package cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Somebody with a browser. Every page that is opened is looked at by axe-core.
final class Traveller implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private final Playwright playwright;
  private final Browser browser;
  private final BrowserContext context;
  private final Page page;
  private final String origin;
  private final boolean withScript;
  private int pictures;

  /// @param withScript without it axe-core cannot run; another journey looks at the same pages
  Traveller(int port, boolean withScript, boolean onAPhone) {
    this.origin = "http://127.0.0.1:" + port;
    this.withScript = withScript;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(FLAGS));
    var options =
        new Browser.NewContextOptions()
            .setJavaScriptEnabled(withScript)
            .setViewportSize(onAPhone ? 390 : 1280, onAPhone ? 844 : 900);
    context = browser.newContext(options);
    context.setDefaultTimeout(15_000);
    page = context.newPage();
  }

  /// The browser that `./cabildo test` found, or the one of the system.
  private static Path chromium() {
    return Stream.of(
            Optional.ofNullable(System.getenv("CABILDO_BROWSER")).orElse(""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no Chromium: ./cabildo test installs or finds one"));
  }

  Page page() {
    return page;
  }

  Traveller open(String path) {
    var response = page.navigate(origin + path);
    assertThat(response.status()).as(path).isEqualTo(200);
    return isAccessible();
  }

  Traveller follow(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
    return isAccessible();
  }

  Traveller press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
    return isAccessible();
  }

  Traveller type(String field, String text) {
    page.locator("[name='" + field + "']").first().fill(text);
    return this;
  }

  Traveller choose(String field, String value) {
    page.locator("input[name='" + field + "'][value='" + value + "']").check();
    return this;
  }

  Traveller signIn(String who, String password) {
    open("/en/sign-in");
    type("email", who + "@example.org").type("password", password);
    return press("Sign in");
  }

  Traveller sees(String text) {
    assertThat(page.locator("body").innerText()).contains(text);
    return this;
  }

  String path() {
    return page.url().substring(origin.length());
  }

  /// No violation of WCAG 2.2 AA that a machine can find.
  private Traveller isAccessible() {
    photograph();
    if (withScript) {
      List<Rule> violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
      assertThat(violations)
          .as(
              "axe-core at %s: %s",
              page.url(),
              violations.stream()
                  .map(rule ->
                      rule.getHelp()
                          + " "
                          + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList())
                  .toList())
          .isEmpty();
    }
    return this;
  }

  /// With `CABILDO_PICTURES=FOLDER` every page of a journey is kept as a picture, to be looked at.
  private void photograph() {
    String folder = System.getenv("CABILDO_PICTURES");
    if (folder != null) {
      String name =
          "%s-%03d%s.png"
              .formatted(
                  withScript ? "desktop" : "phone",
                  ++pictures,
                  path().replaceAll("[^a-z0-9]+", "-"));
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name)));
    }
  }

  @Override
  public void close() {
    context.close();
    browser.close();
    playwright.close();
  }
}
