package cabildo.app;

import cabildo.kernel.Lang;
import cabildo.members.Mandate;
import cabildo.members.Organisation;
import cabildo.members.Organisations;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.plans.Participation;
import cabildo.plans.Plans;
import cabildo.web.Answer;
import cabildo.web.Crumb;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// An organisation: since when and until when, who works there, and what it answers for.
@Controller
@RequestMapping("/{lang}")
@Transactional(readOnly = true)
public class OrganisationPages {
  private final Organisations organisations;
  private final Territories territories;
  private final Plans plans;
  private final Undertakings undertakings;

  public OrganisationPages(
      Organisations organisations,
      Territories territories,
      Plans plans,
      Undertakings undertakings) {
    this.organisations = organisations;
    this.territories = territories;
    this.plans = plans;
    this.undertakings = undertakings;
  }

  public record OrganisationPage(
      Organisation organisation,
      List<Crumb> crumbs,
      @Nullable Territory territory,
      List<Organisation> predecessors,
      List<Organisation> successors,
      List<Mandate> mandates,
      List<Participation> roles,
      List<Undertakings.Commitment> commitments,
      List<Undertakings.Milestone> milestones) {

    /// How many of the milestones closed as done.
    public long done() {
      return milestones.stream().filter(milestone -> milestone.facts().isDone()).count();
    }

    Set<UUID> shows() {
      Set<UUID> things = new HashSet<>(Set.of(organisation.id()));
      predecessors.forEach(other -> things.add(other.id()));
      successors.forEach(other -> things.add(other.id()));
      roles.forEach(role -> things.add(role.planId()));
      commitments.forEach(commitment -> things.add(commitment.promise().planId()));
      milestones.forEach(milestone -> things.add(milestone.step().commitmentId()));
      return things;
    }
  }

  @GetMapping("/organisations/{slug}")
  Answer show(Lang lang, @PathVariable String slug) {
    OrganisationPage page = page(lang, organisations.get(slug));
    return Answer.page("cabildo/app/organisation.jte", page).shared(page.shows());
  }

  private OrganisationPage page(Lang lang, Organisation organisation) {
    UUID id = organisation.id();
    UUID place = organisation.territoryId();
    Territory territory = place == null ? null : territories.get(place);
    return new OrganisationPage(
        organisation,
        crumbs(lang, territory),
        territory,
        organisations.predecessors(id),
        organisations.successors(id),
        organisations.mandates(id),
        plans.ofOrganisation(id),
        undertakings.ofOrganisation(id),
        undertakings.milestonesOfOrganisation(id));
  }

  private List<Crumb> crumbs(Lang lang, @Nullable Territory territory) {
    if (territory == null) {
      return List.of();
    }
    List<Territory> way = new ArrayList<>(territories.ancestors(territory.id()));
    way.add(territory);
    return way.stream().map(one -> new Crumb(one.path(), one.name().in(lang).text())).toList();
  }
}
