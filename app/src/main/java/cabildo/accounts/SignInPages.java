package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.web.Answer;
import cabildo.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/// Signing in.
@Controller
@RequestMapping("/{lang}")
public class SignInPages {
  private static final String TEMPLATE = "cabildo/accounts/sign_in.jte";

  /// @param form what was typed; never the password
  public record SignInPage(Form form) {}

  @GetMapping("/sign-in")
  Answer show(Lang lang, Actor actor, Form form) {
    return actor.isSignedIn()
        ? Answer.seeOther("/" + lang + "/desk")
        : Answer.page(TEMPLATE, new SignInPage(form));
  }

  /// Reached by a forward from the refused attempt only.
  @RequestMapping(path = "/sign-in/refused", method = RequestMethod.POST)
  Answer refused(Form form) {
    form.refuse("email", "accounts.signIn.refused");
    return Answer.again(TEMPLATE, new SignInPage(form));
  }
}
