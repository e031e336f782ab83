package cabildo.app;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Follows every link of the demonstration world, as a visitor in both languages and as each of its
/// people, and looks at what no page may lack.
@PagesTest
class CrawlTest {
  private static final Pattern RAW_KEY =
      Pattern.compile(
          "\\b(web|accounts|members|plans|commitments|reports|comments|glossary|evidence|app)"
              + "\\.[a-z][A-Za-z_]*(\\.[A-Za-z0-9_]+)+\\b");

  /// Municipalities and terms are many and alike: some of each kind are enough.
  private static final int MOST_OF_A_KIND = 12;

  @Autowired Site site;

  private final Set<String> faults = new TreeSet<>();
  private final Map<String, String> cameFrom = new HashMap<>();

  @Test
  void everyPublicPageIsWhole() {
    int pages = crawl(site.asVisitor(), "/es", false) + crawl(site.asVisitor(), "/en", false);
    assertThat(faults).isEmpty();
    assertThat(pages).isGreaterThan(60);
  }

  @Test
  void everyPageOfThePeopleWhoWorkHereIsWhole() {
    for (String who : new String[] {"ana", "beto", "carla", "elena", "iris", "mateo", "sofia"}) {
      assertThat(crawl(site.as(who), "/es/desk", true)).as(who).isPositive();
    }
    assertThat(faults).isEmpty();
  }

  /// @param near only pages that the first one links to
  private int crawl(Site.Visit visit, String start, boolean near) {
    Set<String> seen = new LinkedHashSet<>(Set.of(start));
    Deque<String> open = new ArrayDeque<>(seen);
    Map<String, Integer> kinds = new HashMap<>();
    while (!open.isEmpty()) {
      String path = open.poll();
      Site.Seen page = visit.get(path);
      if (!check(path, page) || (near && !path.equals(start))) {
        continue;
      }
      for (Element link : page.page().select("a[href^=/], link[href^=/][hreflang]")) {
        String to = link.attr("href").replaceFirst("#.*", "");
        boolean isOurs = to.matches(start.substring(0, 3) + "(/.*)?") && !to.endsWith("/file");
        if (isOurs && !seen.contains(to) && kinds.merge(kind(to), 1, Integer::sum) <= most(to)) {
          seen.add(to);
          cameFrom.put(to, path);
          open.add(to);
        }
      }
    }
    return seen.size();
  }

  private static String kind(String path) {
    return path.replaceFirst("/[^/?]*(\\?.*)?$", "");
  }

  private static int most(String path) {
    return path.matches("/[a-z]{2}/[a-z-]+(\\?.*)?") ? 100 : MOST_OF_A_KIND;
  }

  /// Whether it is a page whose links may be followed.
  private boolean check(String path, Site.Seen seen) {
    if (seen.status() == 303 || seen.status() == 301) {
      return false;
    }
    if (seen.status() != 200) {
      faults.add(path + " answers " + seen.status() + ", linked from " + cameFrom.get(path));
      return false;
    }
    String type = String.valueOf(seen.response().getContentType());
    if (!type.startsWith("text/html")) {
      return false;
    }
    checkPage(path, seen.page());
    return true;
  }

  private void checkPage(String path, Document page) {
    expect(path, page.select("h1").size() == 1, "has " + page.select("h1").size() + " h1");
    expect(path, path.startsWith("/" + page.select("html").attr("lang")), "has no language");
    expect(path, page.title().length() > " – Cabildo".length(), "has no title");
    expect(path, page.select("main").size() == 1, "has no main part");
    String text = page.body().text() + page.title();
    RAW_KEY.matcher(text).results().forEach(key -> faults.add(path + " shows " + key.group()));
    for (Element field : page.select("input:not([type=hidden]), select, textarea")) {
      boolean isHidden = field.closest("[aria-hidden=true]") != null;
      boolean isNamed =
          field.hasAttr("aria-label")
              || page.select("label[for=" + cssString(field.id()) + "]").size() == 1;
      expect(path, isHidden || isNamed, "has a field without label: " + field.attr("name"));
    }
    for (Element link : page.select("a[href]")) {
      boolean isNamed =
          !link.text().isBlank()
              || link.hasAttr("aria-label")
              || !link.select("svg[aria-label], title").isEmpty();
      expect(path, isNamed, "has a link without text: " + link.attr("href"));
    }
    for (Element jump : page.select("a[href^=#]")) {
      String id = jump.attr("href").substring(1);
      expect(path, page.getElementById(id) != null, "jumps to nowhere: #" + id);
    }
    checkIds(path, page);
    checkHeadings(path, page);
  }

  private void checkIds(String path, Document page) {
    Set<String> ids = new LinkedHashSet<>();
    page.select("[id]")
        .forEach(one -> expect(path, ids.add(one.id()), "has #" + one.id() + " twice"));
  }

  private void checkHeadings(String path, Document page) {
    int before = 0;
    for (Element heading : page.select("main h1, main h2, main h3, main h4, main h5")) {
      int level = heading.tagName().charAt(1) - '0';
      expect(
          path,
          level <= before + 1 || before == 0,
          "skips to " + heading.tagName() + " at " + heading.text());
      before = level;
    }
  }

  private static String cssString(String id) {
    return "\"" + id.replace("\"", "") + "\"";
  }

  private void expect(String path, boolean is, String otherwise) {
    if (!is) {
      faults.add(path + " " + otherwise);
    }
  }
}
