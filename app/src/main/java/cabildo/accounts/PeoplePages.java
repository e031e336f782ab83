package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The people with an account, for administrators: who they are, and what they may do.
@Controller
@RequestMapping("/{lang}/people")
@Transactional(readOnly = true)
public class PeoplePages {
  private static final String LIST = "cabildo/accounts/people.jte";
  private static final String ONE = "cabildo/accounts/person.jte";

  private final People people;
  private final RoleGrants grants;
  private final Scopes scopes;
  private final CloseAccount closeAccount;

  public PeoplePages(People people, RoleGrants grants, Scopes scopes, CloseAccount closeAccount) {
    this.people = people;
    this.grants = grants;
    this.scopes = scopes;
    this.closeAccount = closeAccount;
  }

  /// @param grants by person
  public record PeoplePage(List<Person> people, Map<UUID, List<RoleGrant>> grants) {
    public List<RoleGrant> of(Person person) {
      return grants.getOrDefault(person.id(), List.of());
    }
  }

  public record PersonPage(Person person, List<RoleGrant> grants, Offer offer, Form form) {}

  @GetMapping
  Answer list(Actor actor) {
    actor.mustHold(Role.ADMINISTRATOR, List.of());
    Map<UUID, List<RoleGrant>> held =
        grants.all().stream().collect(Collectors.groupingBy(RoleGrant::personId));
    return Answer.page(LIST, new PeoplePage(people.all(), held));
  }

  @GetMapping("/{id}")
  Answer show(Actor actor, @PathVariable String id, Form form) {
    return Answer.page(ONE, page(actor, person(actor, id), form));
  }

  @PostMapping("/{id}/grants")
  @Transactional
  Answer grant(Lang lang, Actor actor, @PathVariable String id, Form form) {
    Person person = person(actor, id);
    PersonPage page = page(actor, person, form);
    var wanted = GrantForm.read(form, page.offer());
    wanted.ifPresent(grant -> refuseWhatCannotBe(person, grant, form));
    if (wanted.isEmpty() || form.isFaulty()) {
      return Answer.again(ONE, page);
    }
    grants.grant(actor, person.id(), wanted.get());
    return Answer.seeOther("/" + lang + "/people/" + id);
  }

  @PostMapping("/{id}/grants/{grantId}/revocation")
  @Transactional
  Answer revoke(Lang lang, Actor actor, @PathVariable String id, @PathVariable String grantId) {
    Person person = person(actor, id);
    grants.revoke(actor, grants.get(person.id(), id(grantId)));
    return Answer.seeOther("/" + lang + "/people/" + id);
  }

  @PostMapping("/{id}/closure")
  @Transactional
  Answer close(Lang lang, Actor actor, @PathVariable String id) {
    closeAccount.of(actor, person(actor, id));
    return Answer.seeOther("/" + lang + "/people/" + id);
  }

  private Person person(Actor actor, String id) {
    actor.mustHold(Role.ADMINISTRATOR, List.of());
    return people.get(id(id));
  }

  private PersonPage page(Actor actor, Person person, Form form) {
    return new PersonPage(person, grants.of(person.id()), Offer.of(actor, scopes.all()), form);
  }

  private void refuseWhatCannotBe(Person person, Actor.Grant grant, Form form) {
    List<Actor.Grant> held = grants.heldBy(person.id());
    if (!person.isOpen()) {
      form.refuse("role", "accounts.person.isClosed");
    } else if (held.contains(grant)) {
      form.refuse("role", "accounts.grant.already");
    } else if (Separation.forbids(held, grant)) {
      form.refuse("role", "accounts.grant.separation");
    }
  }

  private static UUID id(String text) {
    return Ids.read(text).orElseThrow(Problem::notFound);
  }
}
