package cabildo.app;

import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.members.Distribution;
import cabildo.members.Level;
import cabildo.members.Neighbourhood;
import cabildo.members.Organisation;
import cabildo.members.Organisations;
import cabildo.members.SizeStrata;
import cabildo.members.SizeStratum;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.plans.Plan;
import cabildo.plans.Plans;
import cabildo.web.Answer;
import cabildo.web.Crumb;
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

/// A territory with its people in figures, its organisations, and what was promised for it.
@Controller
@RequestMapping("/{lang}")
@Transactional(readOnly = true)
public class MemberPages {
  private final Territories territories;
  private final SizeStrata strata;
  private final Organisations organisations;
  private final Plans plans;
  private final Undertakings undertakings;

  public MemberPages(
      Territories territories,
      SizeStrata strata,
      Organisations organisations,
      Plans plans,
      Undertakings undertakings) {
    this.territories = territories;
    this.strata = strata;
    this.organisations = organisations;
    this.plans = plans;
    this.undertakings = undertakings;
  }

  /// @param neighbourhood of a municipality only
  /// @param distribution of what has municipalities only
  /// @param parts what lies directly below, where that is not municipalities
  /// @param wider the plans of what contains it
  public record MemberPage(
      Territory territory,
      List<Crumb> crumbs,
      @Nullable SizeStratum stratum,
      @Nullable Neighbourhood neighbourhood,
      @Nullable Distribution distribution,
      List<Territory> parts,
      List<Body> organisations,
      List<Plan> plans,
      List<Plan> wider,
      List<Undertakings.Commitment> commitments,
      List<Undertakings.Milestone> milestones) {

    /// How many of the milestones closed as done.
    public long done() {
      return milestones.stream().filter(milestone -> milestone.facts().isDone()).count();
    }

    Set<UUID> shows() {
      Set<UUID> things = new HashSet<>(Set.of(territory.id()));
      organisations.forEach(body -> things.add(body.organisation().id()));
      plans.forEach(plan -> things.add(plan.id()));
      wider.forEach(plan -> things.add(plan.id()));
      commitments.forEach(commitment -> things.add(commitment.promise().planId()));
      milestones.forEach(milestone -> things.add(milestone.step().commitmentId()));
      return things;
    }
  }

  /// @param successor what took over at once
  public record Body(Organisation organisation, @Nullable Organisation successor) {}

  /// The official code leads to the same page.
  @GetMapping("/members/{slug}")
  Answer show(Lang lang, @PathVariable String slug) {
    var found = territories.find(slug);
    if (found.isEmpty()) {
      Territory coded = territories.findByCode(slug).orElseThrow(Problem::notFound);
      return new Answer.Moved("/" + lang + coded.path());
    }
    MemberPage page = page(lang, found.get());
    return Answer.page("cabildo/app/member.jte", page).shared(page.shows());
  }

  private MemberPage page(Lang lang, Territory territory) {
    List<Territory> above = territories.ancestors(territory.id());
    List<Territory> below = territories.children(territory.id());
    boolean hasMunicipalities = below.stream().anyMatch(Territory::isMunicipality);
    return new MemberPage(
        territory,
        above.stream().map(wider -> new Crumb(wider.path(), wider.name().in(lang).text())).toList(),
        strata.of(territory),
        territory.isMunicipality() ? neighbourhood(lang, territory) : null,
        hasMunicipalities ? Distribution.of(below, strata.all()) : null,
        below.stream().filter(part -> part.level() != Level.MUNICIPALITY).toList(),
        organisations.ofTerritory(territory.id()).stream().map(this::body).toList(),
        plans.ofTerritory(territory.id()),
        above.reversed().stream().flatMap(wider -> plans.ofTerritory(wider.id()).stream()).toList(),
        undertakings.ofTerritory(territory.id()),
        undertakings.milestonesOfTerritory(territory.id()));
  }

  private @Nullable Neighbourhood neighbourhood(Lang lang, Territory territory) {
    UUID parent = territory.parentId();
    return parent == null
        ? null
        : Neighbourhood.of(
            territory, territories.children(parent), territory.name().in(lang).text());
  }

  private Body body(Organisation organisation) {
    UUID successor = organisation.successorId();
    return new Body(organisation, successor == null ? null : organisations.get(successor));
  }
}
