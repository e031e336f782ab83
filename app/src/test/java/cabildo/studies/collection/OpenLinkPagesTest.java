package cabildo.studies.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(FieldStudy.class)
class OpenLinkPagesTest {
  private static final String OPEN = FieldStudy.PATH + "/open-link";
  private static final String ANSWERS = FieldStudy.PATH + "/answers";

  @Autowired Site site;
  @Autowired FieldStudy field;
  @Autowired Database database;

  @Test
  void anybodyAnswersInAStreamApart() {
    field.open();
    assertThat(site.asVisitor().get(ANSWERS + "/new").status()).isEqualTo(409);
    site.as("beto").post(OPEN);
    var page = site.asVisitor().get(ANSWERS + "/new");
    assertThat(page.main()).contains("do not count as a sample", "Open participation");
    assertThat(page.page().select("#place option")).hasSize(126);
    assertThat(site.asVisitor().postWithoutToken(ANSWERS, "place", "99999").errors())
        .contains("Choose the municipality", "you have to agree");

    var begun =
        site.asVisitor().postWithoutToken(ANSWERS, "place", "15054", "consent", "yes", "in", "en");
    String link = begun.location().replace("/pages/next", "");
    assertThat(site.asVisitor().get(link).main()).contains("do not count as a sample");
    site.asVisitor()
        .postWithoutToken(
            link + "/pages/1",
            "asked",
            "identity/sex identity/age",
            "identity/sex",
            "m",
            "identity/age",
            "40");
    site.asVisitor()
        .postWithoutToken(link + "/pages/2", "asked", "access/asked", "access/asked", "no");
    assertThat(site.asVisitor().postWithoutToken(link + "/submission").status()).isEqualTo(303);
    assertThat(site.asVisitor().get(link + "/receipt").main()).contains("Thank you");
    assertThat(site.asVisitor().get(link).status()).isEqualTo(410);
    assertThat(
            database
                .sql(
                    """
                    select count(*) from studies.submission s
                      join members.territory t on t.id = s.territory_id
                     where s.stream = 'volunteer' and s.unit is null and t.code = '15054'
                       and s.answers ->> 'place' = '15054'
                    """)
                .count())
        .isOne();
  }

  @Test
  void onlyTheOfficerOpensAndClosesIt() {
    field.open();
    assertThat(site.as("ana").post(OPEN).status()).isEqualTo(403);
    assertThat(site.as("ana").post(OPEN + "/closure").status()).isEqualTo(403);
    assertThat(site.as("beto").post(OPEN + "/closure").status()).isEqualTo(409);
    assertThat(site.as("beto").post(OPEN).status()).isEqualTo(303);
    assertThat(site.as("beto").post(OPEN).status()).isEqualTo(409);
    assertThat(site.as("beto").post(OPEN + "/closure").status()).isEqualTo(303);
    assertThat(site.asVisitor().postWithoutToken(ANSWERS, "place", "15054").status())
        .isEqualTo(409);
  }

  @Test
  void oneAddressOpensOnlySoManyForms() {
    field.open();
    site.as("beto").post(OPEN);
    int last = 0;
    for (int i = 0; i < 14 && last != 429; i++) {
      last =
          site.asVisitor().postWithoutToken(ANSWERS, "place", "15054", "consent", "yes").status();
    }
    assertThat(last).isEqualTo(429);
    assertThat(database.sql("select count(*) from studies.sitting").count()).isLessThan(14);
  }
}
