package cabildo.commitments;

import cabildo.kernel.Lang;
import cabildo.ledger.Ledger;
import cabildo.web.Answer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Lines of action and milestones, one by one.
@Controller
@RequestMapping("/{lang}")
@Transactional(readOnly = true)
public class MilestonePages {
  private static final int HISTORY_LINES = 30;
  private final Commitments commitments;
  private final LinesOfAction lines;
  private final Milestones milestones;
  private final ProgressReports reports;
  private final Closures closures;
  private final Ledger ledger;
  private final Clock clock;

  public MilestonePages(
      Commitments commitments,
      LinesOfAction lines,
      Milestones milestones,
      ProgressReports reports,
      Closures closures,
      Ledger ledger,
      Clock clock) {
    this.commitments = commitments;
    this.lines = lines;
    this.milestones = milestones;
    this.reports = reports;
    this.closures = closures;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// @param timeline absent for a line without milestones
  public record LinePage(
      Commitment commitment,
      int lineCount,
      LineFacts facts,
      Optional<Timeline> timeline,
      LocalDate asOf) {
    public LineOfAction line() {
      return facts.line();
    }

    public long longestDelayDays() {
      return facts.longestDelayDays();
    }
  }

  /// @param reports newest first
  /// @param history newest first
  public record MilestonePage(
      Milestone milestone,
      Place place,
      MilestoneFacts facts,
      Optional<Start> start,
      Optional<Closure> closure,
      List<ProgressReport> reports,
      List<Ledger.Entry> history) {}

  @GetMapping("/lines-of-action/{slug}")
  Answer line(Lang lang, @PathVariable String slug) {
    LineOfAction line = lines.get(slug);
    CommitmentFacts whole = commitments.factsOf(line.commitmentId(), LocalDate.now(clock));
    LineFacts facts =
        whole.lines().stream()
            .filter(one -> one.line().id().equals(line.id()))
            .findFirst()
            .orElseThrow();
    return Answer.page(
            "cabildo/commitments/line.jte",
            new LinePage(
                whole.commitment(),
                whole.lines().size(),
                facts,
                Timeline.of(List.of(facts), whole.asOf(), lang),
                whole.asOf()))
        .shared(Set.of(line.id(), line.commitmentId()));
  }

  @GetMapping("/milestones/{slug}")
  Answer milestone(@PathVariable String slug) {
    Milestone milestone = milestones.get(slug);
    Place place = milestones.placeOf(milestone);
    return Answer.page(
            "cabildo/commitments/milestone.jte",
            new MilestonePage(
                milestone,
                place,
                milestones.factsOf(milestone.id(), LocalDate.now(clock)),
                closures.findStart(milestone.id()),
                closures.find(milestone.id()),
                reports.ofMilestone(milestone.id()),
                ledger.of(milestone.id(), HISTORY_LINES)))
        .shared(place.shows());
  }
}
