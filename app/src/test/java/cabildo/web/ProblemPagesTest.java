package cabildo.web;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class ProblemPagesTest {
  @Autowired Site site;

  @Test
  void anAddressThatLeadsNowhereGivesAPageInTheReadersLanguage() {
    var seen = site.asVisitor().get("/es/planes-que-no-existen");
    assertThat(seen.status()).isEqualTo(404);
    assertThat(seen.main()).contains("Aquí no hay nada");
  }

  @Test
  void aMethodThatAPageDoesNotKnowIsRefusedAsSuch() {
    var seen = site.asVisitor().post("/en/plans");
    assertThat(seen.status()).isEqualTo(405);
    assertThat(seen.main()).contains("This page cannot be used like that");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    assertThat(site.asVisitor().postWithoutToken("/en/sign-in", "email", "x@example.org").status())
        .isEqualTo(403);
  }
}
