package cabildo.accounts;

import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Signs a person in without a password, for tests of what comes after.
public final class Signed {
  private Signed() {}

  public static RequestPostProcessor in(Person person) {
    return SecurityMockMvcRequestPostProcessors.user(SignedIn.of(person).orElseThrow());
  }
}
