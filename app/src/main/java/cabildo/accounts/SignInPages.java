package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/// Signing in.
@Controller
@RequestMapping("/{lang}")
public class SignInPages {
  private static final String TEMPLATE = "cabildo/accounts/sign_in.jte";

  /// What a page that sends somebody here may have said, as `?notice=` names it.
  private static final Set<String> NOTICES = Set.of("welcome", "password");

  /// @param form what was typed; never the password
  /// @param notice a message key; empty when there is nothing to say
  public record SignInPage(Form form, String notice) {
    static SignInPage of(Form form) {
      String notice = form.value("notice");
      return new SignInPage(form, NOTICES.contains(notice) ? "accounts.notice." + notice : "");
    }
  }

  @GetMapping("/sign-in")
  Answer show(Lang lang, Actor actor, Form form) {
    return actor.isSignedIn()
        ? Answer.seeOther("/" + lang + "/desk")
        : Answer.page(TEMPLATE, SignInPage.of(form));
  }

  /// Reached by a forward from the refused attempt only.
  @RequestMapping(path = "/sign-in/refused", method = RequestMethod.POST)
  Answer refused(Form form) {
    form.refuse("email", "accounts.signIn.refused");
    return Answer.again(TEMPLATE, SignInPage.of(form));
  }
}
