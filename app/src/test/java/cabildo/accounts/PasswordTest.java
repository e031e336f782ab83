package cabildo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PasswordTest {
  private static final List<String> ANA = List.of("ana.garduno@example.org", "Ana Garduño");

  @Test
  void fourWordsThatDoNotBelongTogetherAreGood() {
    assertThat(Password.fault("lluvia tambor cobre lento", ANA)).isEmpty();
  }

  @Test
  void elevenCharactersAreTooFew() {
    assertThat(Password.fault("x8-Kq!zu2Lw", ANA)).contains("accounts.password.tooShort");
  }

  @Test
  void whatAttackersTryFirstIsRefusedInCapitalsToo() {
    assertThat(Password.fault("Contraseña123", ANA)).contains("accounts.password.common");
    assertThat(Password.fault("ababababababab", ANA)).contains("accounts.password.common");
  }

  @Test
  void thePersonsOwnNameAndAddressAreRefused() {
    assertThat(Password.fault("ana.garduno@example.org", ANA)).contains("accounts.password.own");
    assertThat(Password.fault("xx ana.garduno 26", ANA)).contains("accounts.password.own");
    assertThat(Password.fault("soy ana garduño", ANA)).contains("accounts.password.own");
  }

  @Property
  void whateverIsTypedThereIsAnAnswer(@ForAll String password) {
    Optional<String> fault = Password.fault(password, ANA);
    assertThat(fault.orElse("accounts.password.")).startsWith("accounts.password.");
  }
}
