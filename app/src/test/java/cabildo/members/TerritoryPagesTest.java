package cabildo.members;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class TerritoryPagesTest {
  @Autowired Site site;
  @Autowired Territories territories;
  @Autowired Organisations organisations;
  Atlas atlas;

  @BeforeEach
  void draw() {
    atlas = new Atlas(territories, organisations);
  }

  @Test
  void theTreeShowsCountryStateAndMunicipalitiesByTheirSize() {
    var seen = site.asVisitor().get("/en/members");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.main())
        .contains("Testland", "Test State", "Ciudad Ágata", "700,000", "490,000")
        .contains("500,000 people or more", "Fewer than 15,000 people")
        .contains("Source: INEGI");
    assertThat(seen.page().select("a[href=/en/members/san-opalo]")).hasSize(1);
  }

  @Test
  void theListIsTheSameForEverybodyUntilSomebodySearches() {
    assertThat(site.asVisitor().get("/es/members").response().getHeader("ETag")).isNotNull();
    var searched = site.asVisitor().get("/es/members?q=agata").response();
    assertThat(searched.getHeader("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"agata", "ÁGATA", " Ágata ", "99001"})
  void aNameIsFoundWithOrWithoutItsAccents(String query) {
    var seen = search(query);
    assertThat(seen.page().select("table a[href^=/es/members/ciudad-agata]")).hasSize(1);
    assertThat(seen.page().select("table a[href=/es/members/san-opalo]")).isEmpty();
  }

  @Test
  void aSearchWithoutResultSaysSoAndKeepsWhatWasTyped() {
    var seen = search("<b>nada</b>");
    assertThat(seen.main()).contains("Ningún municipio de", "«<b>nada</b>»");
    assertThat(seen.page().select("#q").val()).isEqualTo("<b>nada</b>");
    assertThat(seen.page().select("main b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{0}", "'", "%", "\uD83C\uDF35", "a\u0301", "\uFFFF"})
  void noSearchBreaksThePage(String query) {
    assertThat(search(query).status()).isEqualTo(200);
    assertThat(search(query.repeat(500)).status()).isEqualTo(200);
  }

  @Test
  void theTableForWorkIsWellFormedAndLeavesEmptyWhatIsNotHeld() {
    var seen = site.asVisitor().get("/es/members.csv");
    assertThat(seen.response().getContentType()).isEqualTo("text/csv; charset=utf-8");
    assertThat(seen.text().lines()).hasSize(territories.all().size() + 1);
    var rows =
        CsvReader.builder().ofNamedCsvRecord(seen.text()).stream()
            .filter(row -> row.getField("code").matches("ZZ|99.*"))
            .toList();
    assertThat(rows)
        .extracting(row -> row.getField("code"))
        .containsExactly("ZZ", "99", "99001", "99002", "99003");
    assertThat(rows).allMatch(row -> row.getField("source").startsWith("INEGI"));
    NamedCsvRecord country = rows.getFirst();
    assertThat(country.getField("adults_derived")).isEmpty();
    assertThat(rows.getLast().getField("name")).isEqualTo("Santa Turquesa Ñandú");
    assertThat(rows.getLast().getField("parent_code")).isEqualTo("99");
  }

  private Site.Seen search(String query) {
    return site.asVisitor()
        .get(
            "/es/members?q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
