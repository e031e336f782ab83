package cabildo.commitments;

import cabildo.evidence.EvidenceItem;
import cabildo.evidence.EvidenceItems;
import cabildo.glossary.Glossary;
import cabildo.glossary.Terms;
import cabildo.kernel.Lang;
import cabildo.ledger.Ledger;
import cabildo.web.Answer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
  private final EvidenceItems evidence;
  private final Ledger ledger;
  private final Terms terms;
  private final Clock clock;

  public MilestonePages(
      Commitments commitments,
      LinesOfAction lines,
      Milestones milestones,
      ProgressReports reports,
      Closures closures,
      EvidenceItems evidence,
      Ledger ledger,
      Terms terms,
      Clock clock) {
    this.commitments = commitments;
    this.lines = lines;
    this.milestones = milestones;
    this.reports = reports;
    this.closures = closures;
    this.evidence = evidence;
    this.ledger = ledger;
    this.terms = terms;
    this.clock = clock;
  }

  /// @param timeline absent for a line without milestones
  public record LinePage(
      Commitment commitment,
      int lineCount,
      LineFacts facts,
      Optional<Timeline> timeline,
      LocalDate asOf,
      Glossary glossary) {
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
      List<EvidenceItem> evidence,
      List<Ledger.Entry> history,
      Glossary glossary) {}

  @GetMapping("/lines-of-action/{slug}")
  Answer line(Lang lang, @PathVariable String slug) {
    LineOfAction line = lines.get(slug);
    CommitmentFacts whole = commitments.factsOf(line.commitmentId(), LocalDate.now(clock));
    LineFacts facts =
        whole.lines().stream()
            .filter(one -> one.line().id().equals(line.id()))
            .findFirst()
            .orElseThrow();
    Glossary glossary = terms.glossary();
    return Answer.page(
            "cabildo/commitments/line.jte",
            new LinePage(
                whole.commitment(),
                whole.lines().size(),
                facts,
                Timeline.of(List.of(facts), whole.asOf(), lang),
                whole.asOf(),
                glossary))
        .shared(Set.of(line.id(), line.commitmentId(), glossary.rootId()));
  }

  @GetMapping("/milestones/{slug}")
  Answer milestone(@PathVariable String slug) {
    Milestone milestone = milestones.get(slug);
    Place place = milestones.placeOf(milestone);
    Glossary glossary = terms.glossary();
    Set<UUID> shows = new HashSet<>(place.shows());
    shows.add(glossary.rootId());
    return Answer.page(
            "cabildo/commitments/milestone.jte",
            new MilestonePage(
                milestone,
                place,
                milestones.factsOf(milestone.id(), LocalDate.now(clock)),
                closures.findStart(milestone.id()),
                closures.find(milestone.id()),
                reports.ofMilestone(milestone.id()),
                evidence.of(milestone.id()),
                ledger.of(milestone.id(), HISTORY_LINES),
                glossary))
        .shared(shows);
  }
}
