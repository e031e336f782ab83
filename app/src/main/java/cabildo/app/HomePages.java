package cabildo.app;

import cabildo.commitments.CommitmentFacts;
import cabildo.commitments.Commitments;
import cabildo.commitments.ComposeCommitment;
import cabildo.commitments.Timeliness;
import cabildo.kernel.Lang;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.plans.Plan;
import cabildo.plans.Plans;
import cabildo.reports.Reports;
import cabildo.web.Answer;
import cabildo.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/// The front page: what was promised, what came of it, and the latest that happened.
@Controller
@Transactional(readOnly = true)
public class HomePages {
  private static final int MOST_REPORTS = 5;
  private static final int MOST_LINES = 6;

  private final Answers answers;
  private final Territories territories;
  private final Plans plans;
  private final Commitments commitments;
  private final ComposeCommitment composeCommitment;
  private final Reports reports;
  private final PublicLedger ledger;
  private final Clock clock;

  public HomePages(
      Answers answers,
      Territories territories,
      Plans plans,
      Commitments commitments,
      ComposeCommitment composeCommitment,
      Reports reports,
      PublicLedger ledger,
      Clock clock) {
    this.answers = answers;
    this.territories = territories;
    this.plans = plans;
    this.commitments = commitments;
    this.composeCommitment = composeCommitment;
    this.reports = reports;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// @param lead the commitment of the report that comes first; absent while none is published
  public record HomePage(
      @Nullable Lead lead,
      List<Reports.Listed> reports,
      Numbers numbers,
      List<Standing> standings,
      List<PublicLedger.Line> latest) {}

  public record Lead(Reports.Listed report, ComposeCommitment.Page commitment) {}

  /// @param late done or open, but after the planned end
  public record Numbers(
      int plans, int commitments, int milestones, int done, int late, int notReporting) {

    static Numbers of(int plans, List<CommitmentFacts> all) {
      return new Numbers(
          plans,
          all.size(),
          all.stream().mapToInt(one -> one.rollUp().milestoneCount()).sum(),
          all.stream().mapToInt(one -> one.rollUp().doneCount()).sum(),
          (int)
              all.stream()
                  .flatMap(one -> one.milestones().stream())
                  .filter(milestone -> milestone.daysLate() > 0)
                  .count(),
          all.stream().mapToInt(one -> one.rollUp().notReportingCount()).sum());
    }
  }

  /// How many commitments stand so.
  public record Standing(Timeliness timeliness, long commitments) {}

  @GetMapping("/")
  Answer choose(HttpServletRequest request) {
    return Answer.seeOther("/" + answers.language(request).code());
  }

  @GetMapping("/{lang:[a-z]{2,3}}")
  Answer show(Lang lang) {
    List<Plan> allPlans = plans.all();
    List<CommitmentFacts> facts = commitments.factsOf(commitments.all(), LocalDate.now(clock));
    List<Reports.Listed> published = reports.published();
    HomePage page =
        new HomePage(
            lead(published, lang),
            published.stream().limit(MOST_REPORTS).toList(),
            Numbers.of(allPlans.size(), facts),
            standings(facts),
            ledger.latestOfPlans(MOST_LINES));
    Set<UUID> shows = new HashSet<>();
    territories.roots().stream().map(Territory::id).forEach(shows::add);
    allPlans.forEach(plan -> shows.add(plan.id()));
    var answer = Answer.page("cabildo/app/home.jte", page);
    return shows.isEmpty() ? answer : answer.shared(shows);
  }

  /// A report that is not invented comes before one that is; else the newest.
  private @Nullable Lead lead(List<Reports.Listed> published, Lang lang) {
    Optional<Reports.Listed> first =
        published.stream()
            .filter(report -> !report.invented())
            .findFirst()
            .or(() -> published.stream().findFirst());
    return first
        .map(report ->
            new Lead(report, composeCommitment.page(commitments.get(report.commitmentId()), lang)))
        .orElse(null);
  }

  private static List<Standing> standings(List<CommitmentFacts> facts) {
    return Arrays.stream(Timeliness.values())
        .map(word ->
            new Standing(
                word, facts.stream().filter(one -> one.rollUp().timeliness() == word).count()))
        .filter(standing -> standing.commitments() > 0)
        .toList();
  }
}
