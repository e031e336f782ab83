package cabildo.members;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class MemberPagesTest {
  @Autowired Site site;
  @Autowired Territories territories;
  @Autowired Organisations organisations;
  Atlas atlas;

  @BeforeEach
  void draw() {
    atlas = new Atlas(territories, organisations);
  }

  @Test
  void aMunicipalityShowsItsFiguresItsPlaceAndWhereTheyComeFrom() {
    var seen = site.asVisitor().get("/en/members/san-opalo");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.main())
        .contains("San Ópalo", "99002", "60,000", "42,000", "adults (derived)", "50.0%")
        .contains("San Ópalo is number 2 of 3 by population")
        .contains("50,000 to 149,999 people", "Source: INEGI", "19.20° N, 99.20° W");
    assertThat(seen.page().select("svg[role=img]").attr("aria-label")).contains("San Ópalo");
    assertThat(seen.page().select("svg circle")).hasSize(3);
    assertThat(seen.page().select("main a[href=/en/members/ciudad-agata]")).isNotEmpty();
  }

  @Test
  void whatAMunicipalityHasNotIsSaidInWords() {
    assertThat(site.asVisitor().get("/es/members/san-opalo").main())
        .contains("No hay un plan propio en el registro", "No hay hitos para este territorio");
  }

  @Test
  void aStateShowsHowItsPeopleAreSpread() {
    var seen = site.asVisitor().get("/en/members/test-state");
    assertThat(seen.main())
        .contains("Half of the people live in one municipality of 3")
        .contains("500,000 people or more", "91.6%", "Municipalities by size");
  }

  @Test
  void aCountryShowsItsStatesAndSaysThatOtherFiguresAreNotHeld() {
    var seen = site.asVisitor().get("/en/members/testland");
    assertThat(seen.main())
        .contains("2,000,000", "No data does not mean zero")
        .doesNotContain("adults (derived)");
    assertThat(seen.page().select("main a[href=/en/members/test-state]")).isNotEmpty();
  }

  @Test
  void anOrganisationThatEndedIsShownWithItsSuccessor() {
    var old = atlas.organisation("old", atlas.state, null);
    var heir = atlas.organisation("heir", atlas.state, null);
    organisations.end(
        cabildo.kernel.Actor.program(), old.id(), LocalDate.parse("2025-03-20"), heir.id());
    assertThat(site.asVisitor().get("/en/members/test-state").main())
        .contains("Ended: 20 March 2025", "Succeeded by: Organisation heir");
    assertThat(site.asVisitor().get("/en/organisations/old").main())
        .contains("This organisation no longer exists", "Organisation heir", "Test State");
    assertThat(site.asVisitor().get("/es/organisations/heir").main())
        .contains("Sucede a", "Organización old", "Inventado");
  }

  @Test
  void theOfficialCodeLeadsToThePage() {
    var seen = site.asVisitor().get("/es/members/99002");
    assertThat(seen.status()).isEqualTo(301);
    assertThat(seen.location()).isEqualTo("/es/members/san-opalo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nowhere",
        "san-opalo ",
        "SAN-OPALO",
        "'; drop table members.territory",
        "{slug}",
        "%",
        "san-opalo.json",
        "\uD83C\uDF35",
        "\uFFFF",
        "..."
      })
  void anAddressThatNamesNobodyIsNotFound(String slug) {
    String path = URLEncoder.encode(slug, StandardCharsets.UTF_8).replace("+", "%20");
    assertThat(site.asVisitor().get("/en/members/" + path).status()).isIn(400, 404);
    assertThat(site.asVisitor().get("/en/organisations/" + path).status()).isIn(400, 404);
    assertThat(site.asVisitor().get("/en/plans/" + path).status()).isIn(400, 404);
  }

  @Test
  void aVeryLongNameIsNotFound() {
    assertThat(site.asVisitor().get("/en/members/" + "a-".repeat(4000) + "a").status())
        .isEqualTo(404);
  }

  @Test
  void pagesAreTheSameForEverybody() {
    for (String path : new String[] {"members/san-opalo", "members/test-state", "plans"}) {
      assertThat(site.asVisitor().get("/en/" + path).response().getHeader("ETag")).isNotNull();
    }
  }
}
