package cabildo.app;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.ledger.Ledger;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The front page, the work area and the public ledger.
@PagesTest
class FrontPagesTest {
  @Autowired Site site;
  @Autowired Database database;
  @Autowired Ledger ledger;

  @Test
  void theAddressAloneLeadsToALanguage() {
    assertThat(site.asVisitor().get("/").location()).matches("/(es|en)");
    assertThat(site.asVisitor().get("/xx").status()).isEqualTo(404);
  }

  @Test
  void theFrontPageBeginsWithTheReportThatWasFiled() {
    var seen = site.asVisitor().get("/en");
    assertThat(seen.page().select("main h2").getFirst().text())
        .startsWith("Open government culture:");
    assertThat(seen.page().select("article a[href$=mxmex0009-end-of-commitment]")).isNotEmpty();
    assertThat(seen.main()).contains("What was promised", "milestones done");
  }

  @Test
  void theFrontPageIsTheSameForEverybody() {
    var visitor = site.asVisitor().get("/es");
    assertThat(site.as("ana").get("/es").text()).isEqualTo(visitor.text());
    assertThat(visitor.text()).doesNotContain("_csrf");
  }

  @Test
  void theWorkAreaIsForThoseWhoAreSignedIn() {
    assertThat(site.asVisitor().get("/es/desk").location())
        .isEqualTo("/es/sign-in?to=%2Fes%2Fdesk");
  }

  @Test
  void everyoneFindsHerOwnWork() {
    assertThat(site.as("ana").get("/en/desk").page().select("a[href^=/en/milestones/]"))
        .isNotEmpty();
    assertThat(site.as("iris").get("/en/desk").page().select("a[href$=/draft]")).isNotEmpty();
    assertThat(site.as("sofia").get("/en/desk").page().select("a[href='/en/moderation']"))
        .isNotEmpty();
    var elena = site.as("elena").get("/en/desk").page();
    assertThat(elena.select("a[href='/en/people'], a[href='/en/invitations/new']")).hasSize(2);
    assertThat(elena.select("a[href^=/en/milestones/], a[href='/en/moderation']")).isEmpty();
  }

  @Test
  void theLedgerIsReadInPages() {
    var first = site.asVisitor().get("/es/ledger");
    assertThat(first.page().select("ol.history > li")).hasSize(100);
    String older = first.page().select("nav.pages a").attr("href");
    assertThat(site.asVisitor().get(older).page().select("ol.history > li")).isNotEmpty();
    assertThat(site.asVisitor().get("/es/ledger?before=nothing").status()).isEqualTo(200);
    assertThat(site.asVisitor().get("/es/ledger?before=99999999999999999999").status())
        .isEqualTo(200);
  }

  @Test
  void privateLinesAreNotInTheLedger() {
    UUID plan = anyOf("plan");
    ledger.writePrivately(Actor.visitor("Nobody Knows"), "plan.added", plan, Map.of());
    ledger.write(Actor.visitor("Diego <b>"), "plan.unheard.of", plan, Map.of());
    var seen = site.asVisitor().get("/en/ledger");
    assertThat(seen.page().select("ol.history > li").getFirst().text())
        .contains("Diego <b> recorded a change in");
    assertThat(seen.text()).doesNotContain("Nobody Knows");
  }

  @Test
  void everyPublicThingHasItsHistoryAndPrivateOnesHaveNone() {
    UUID plan = anyOf("plan");
    assertThat(site.asVisitor().get("/en/ledger/" + plan).main()).contains("History of");
    assertThat(site.asVisitor().get("/en/ledger/" + anyOf("person")).status()).isEqualTo(404);
    assertThat(site.asVisitor().get("/en/ledger/nothing").status()).isEqualTo(404);
  }

  private UUID anyOf(String kind) {
    return database
        .sql("select id from ledger.subject where kind = :kind order by path limit 1")
        .with("kind", kind)
        .get(UUID.class);
  }
}
