package cabildo.commitments;

import cabildo.glossary.Glossary;
import cabildo.glossary.Terms;
import cabildo.kernel.Lang;
import cabildo.ledger.Ledger;
import cabildo.plans.Plan;
import cabildo.plans.Plans;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Gathers what the page of a commitment shows, for the page itself and for those that embed it.
@Component
public class ComposeCommitment {
  private static final int HISTORY_LINES = 12;
  private final Commitments commitments;
  private final Plans plans;
  private final Ledger ledger;
  private final ObjectProvider<WrittenAbout> authors;
  private final Terms terms;
  private final Clock clock;

  public ComposeCommitment(
      Commitments commitments,
      Plans plans,
      Ledger ledger,
      ObjectProvider<WrittenAbout> authors,
      Terms terms,
      Clock clock) {
    this.commitments = commitments;
    this.plans = plans;
    this.ledger = ledger;
    this.authors = authors;
    this.terms = terms;
    this.clock = clock;
  }

  /// Everything that the template `cabildo/commitments/commitment.jte` shows.
  ///
  /// @param writings what higher floors published about it
  /// @param history newest first
  public record Page(
      CommitmentFacts facts,
      Plan plan,
      List<Responsible> responsible,
      List<Indicator> indicators,
      List<Alignment> alignments,
      Optional<Timeline> timeline,
      List<WrittenAbout.Writing> writings,
      List<Ledger.Entry> history,
      Glossary glossary) {

    public Commitment commitment() {
      return facts.commitment();
    }

    public RollUp rollUp() {
      return facts.rollUp();
    }

    public List<Responsible> leads() {
      return responsible.stream().filter(Responsible::isLead).toList();
    }

    public List<Responsible> supporters() {
      return responsible.stream().filter(one -> !one.isLead()).toList();
    }

    public List<Alignment> wider() {
      return alignments.stream().filter(Alignment::isWider).toList();
    }

    public List<Alignment> narrower() {
      return alignments.stream().filter(one -> !one.isWider()).toList();
    }

    public long reportingNarrower() {
      return narrower().stream().filter(Alignment::isReporting).count();
    }

    /// The most days by which any milestone is or was late.
    public long longestDelayDays() {
      return facts.milestones().stream().mapToLong(MilestoneFacts::daysLate).max().orElse(0);
    }

    /// The things whose change makes the page old.
    public Set<UUID> shows() {
      Set<UUID> shows = new HashSet<>(Set.of(commitment().id(), plan.id(), glossary.rootId()));
      responsible.forEach(one -> shows.add(one.organisationId()));
      alignments.forEach(one -> shows.add(one.otherId()));
      return shows;
    }
  }

  public Page page(Commitment commitment, Lang lang) {
    CommitmentFacts facts = commitments.factsOf(commitment, LocalDate.now(clock));
    return new Page(
        facts,
        plans.get(commitment.planId()),
        commitments.responsibleFor(commitment.id()),
        commitments.indicatorsOf(commitment.id()),
        commitments.alignmentsOf(commitment.id()),
        Timeline.of(facts.lines(), facts.asOf(), lang),
        authors.stream().flatMap(author -> author.of(commitment.id()).stream()).toList(),
        ledger.of(commitment.id(), HISTORY_LINES),
        terms.glossary());
  }
}
