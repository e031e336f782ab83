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
    assertThat(site.asVisitor().post("/en/sign-in/nothing").status()).isEqualTo(404);
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    assertThat(site.asVisitor().postWithoutToken("/en/sign-in", "email", "x@example.org").status())
        .isEqualTo(403);
  }

  @Test
  void aRefusedSignInKeepsWhatWasTypedButNotThePassword() {
    var seen =
        site.asVisitor().post("/en/sign-in", "email", "x@example.org", "password", "secret-word");
    assertThat(seen.status()).isEqualTo(200);
  }
}
