package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// A person's own account: what she may do, and her password.
@Controller
@RequestMapping("/{lang}/account")
@Transactional(readOnly = true)
public class AccountPages {
  private static final String TEMPLATE = "cabildo/accounts/account.jte";

  private final People people;
  private final RoleGrants grants;
  private final Passwords passwords;

  public AccountPages(People people, RoleGrants grants, Passwords passwords) {
    this.people = people;
    this.grants = grants;
    this.passwords = passwords;
  }

  public record AccountPage(Person person, List<RoleGrant> grants, Form form) {}

  @GetMapping
  Answer show(Actor actor, Form form) {
    return Answer.page(TEMPLATE, page(actor, form));
  }

  /// Every session ends with the old password, this one too.
  @PostMapping("/password")
  @Transactional
  Answer changePassword(Lang lang, Actor actor, Form form) {
    AccountPage page = page(actor, form);
    Person person = page.person();
    if (!passwords.matches(form.value("old"), person.password())) {
      form.refuse("old", "accounts.password.oldWrong");
    }
    Password.fault(form.value("password"), List.of(person.email(), person.name()))
        .ifPresent(fault -> form.refuse("password", fault, Password.LEAST, Password.MOST));
    if (form.isFaulty()) {
      return Answer.again(TEMPLATE, page);
    }
    String hash = Objects.requireNonNull(passwords.encode(form.value("password")));
    people.changePassword(actor, person.id(), hash);
    return Answer.seeOther("/" + lang + "/sign-in?notice=password");
  }

  private AccountPage page(Actor actor, Form form) {
    Person person = people.get(actor.mustBeSignedIn());
    return new AccountPage(person, grants.of(person.id()), form);
  }
}
