package cabildo.app;

import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.members.Level;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.plans.Participation;
import cabildo.plans.Plan;
import cabildo.plans.PlanMember;
import cabildo.plans.Plans;
import cabildo.web.Answer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Action plans: all of them by level, and each with what it promises.
@Controller
@RequestMapping("/{lang}")
@Transactional(readOnly = true)
public class PlanPages {
  private final Plans plans;
  private final Territories territories;
  private final Undertakings undertakings;
  private final Clock clock;

  public PlanPages(Plans plans, Territories territories, Undertakings undertakings, Clock clock) {
    this.plans = plans;
    this.territories = territories;
    this.undertakings = undertakings;
    this.clock = clock;
  }

  public record PlansPage(List<Group> groups) {}

  /// The plans whose widest member stands on one level.
  public record Group(Level level, List<Line> plans) {}

  public record Line(Plan plan, List<PlanMember> members, long commitments) {}

  /// @param daysLeft to its last day; negative once that has passed
  public record PlanPage(
      Plan plan,
      List<PlanMember> members,
      List<String> aliases,
      List<Participation> roles,
      @Nullable Plan wider,
      List<Plan> narrower,
      List<Undertakings.Commitment> commitments,
      long daysLeft) {

    public long milestones() {
      return commitments.stream()
          .mapToLong(commitment -> commitment.rollUp().milestoneCount())
          .sum();
    }

    public long done() {
      return commitments.stream().mapToLong(commitment -> commitment.rollUp().doneCount()).sum();
    }

    Set<UUID> shows() {
      Set<UUID> things = new HashSet<>(Set.of(plan.id()));
      roles.forEach(role -> things.add(role.organisationId()));
      narrower.forEach(other -> things.add(other.id()));
      return things;
    }
  }

  @GetMapping("/plans")
  Answer list() {
    Map<UUID, List<PlanMember>> members =
        plans.members().stream().collect(Collectors.groupingBy(PlanMember::planId));
    Map<UUID, Long> counts =
        undertakings.perPlan().stream()
            .collect(
                Collectors.toMap(
                    Undertakings.PlanCount::planId, Undertakings.PlanCount::commitments));
    List<Line> lines =
        plans.all().stream()
            .map(plan ->
                new Line(
                    plan,
                    members.getOrDefault(plan.id(), List.of()),
                    counts.getOrDefault(plan.id(), 0L)))
            .toList();
    Set<UUID> things = territories.roots().stream().map(Territory::id).collect(Collectors.toSet());
    lines.forEach(line -> things.add(line.plan().id()));
    return Answer.page("cabildo/app/plans.jte", new PlansPage(groups(lines))).shared(things);
  }

  private static List<Group> groups(List<Line> lines) {
    return Arrays.stream(Level.values())
        .map(level -> new Group(level, lines.stream().filter(line -> isOf(level, line)).toList()))
        .filter(group -> !group.plans().isEmpty())
        .toList();
  }

  private static boolean isOf(Level level, Line line) {
    return !line.members().isEmpty() && line.members().getFirst().level() == level;
  }

  /// Any other name or number of the plan leads to its page.
  @GetMapping("/plans/{slug}")
  Answer show(Lang lang, @PathVariable String slug) {
    var found = plans.find(slug);
    if (found.isEmpty()) {
      Plan plan = plans.findByAlias(slug).orElseThrow(Problem::notFound);
      return new Answer.Moved("/" + lang + plan.path());
    }
    PlanPage page = page(found.get());
    return Answer.page("cabildo/app/plan.jte", page).shared(page.shows());
  }

  private PlanPage page(Plan plan) {
    List<PlanMember> members = plans.members(plan.id());
    return new PlanPage(
        plan,
        members,
        plans.aliases(plan.id()),
        plans.participations(plan.id()),
        plan.parentId() == null ? null : plans.get(plan.parentId()),
        plans.narrower(plan.id()),
        undertakings.ofPlan(plan.id()),
        ChronoUnit.DAYS.between(LocalDate.now(clock), plan.endsOn()));
  }
}
