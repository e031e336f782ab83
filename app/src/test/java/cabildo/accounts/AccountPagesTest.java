package cabildo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(Cast.class)
class AccountPagesTest {
  private static final String OLD = "lluvia tambor cobre lento";
  private static final String NEW = "cuatro sillas de mimbre";

  @Autowired Site site;
  @Autowired Cast cast;
  @Autowired People people;
  @Autowired Passwords passwords;
  UUID noa = new UUID(0, 0);

  @BeforeEach
  void aPerson() {
    noa = cast.addWhoSignsInWith("noa", OLD);
  }

  @Test
  void aPersonSeesHerOwnAccountOnly() {
    assertThat(site.as("noa").get("/en/account").main()).contains("noa@example.org", "No role");
    assertThat(site.asVisitor().get("/en/account").location())
        .isEqualTo("/en/sign-in?to=%2Fen%2Faccount");
  }

  @Test
  void aNewPasswordNeedsTheOldOne() {
    assertThat(change("wrong", NEW).errors()).contains("This is not your present password");
    assertThat(change(OLD, NEW).location()).isEqualTo("/en/sign-in?notice=password");
    assertThat(passwords.matches(NEW, people.get(noa).password())).isTrue();
  }

  @Test
  void aNewPasswordIsNotTheNameOrTooShort() {
    assertThat(change(OLD, "noa@example.org").errors()).contains("not your name");
    assertThat(change(OLD, "tres sillas").errors()).contains("at least 12 characters");
  }

  @Test
  void aVisitorHasNoPasswordToChange() {
    assertThat(site.asVisitor().post("/en/account/password", "old", OLD).status()).isEqualTo(401);
  }

  @Test
  void theSameLettersFromAnotherKeyboardAreTheSamePassword() {
    String composed = "contrase\u00f1a de cuatro";
    String combining = "contrasen\u0303a de cuatro";
    assertThat(passwords.matches(combining, passwords.encode(composed))).isTrue();
  }

  private Site.Seen change(String old, String fresh) {
    return site.as("noa").post("/en/account/password", "old", old, "password", fresh);
  }
}
