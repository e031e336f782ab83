package cabildo.commitments;

import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.plans.Plan;
import cabildo.plans.Plans;
import cabildo.web.Answer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Commitments: all of them, one of them, and one of them as JSON.
@Controller
@RequestMapping("/{lang}")
@Transactional(readOnly = true)
public class CommitmentPages {
  private final Commitments commitments;
  private final Plans plans;
  private final ComposeCommitment compose;
  private final CommitmentJson json;
  private final Clock clock;

  public CommitmentPages(
      Commitments commitments,
      Plans plans,
      ComposeCommitment compose,
      CommitmentJson json,
      Clock clock) {
    this.commitments = commitments;
    this.plans = plans;
    this.compose = compose;
    this.json = json;
    this.clock = clock;
  }

  public record AllPage(List<Row> rows, LocalDate asOf) {}

  public record Row(CommitmentFacts facts, Plan plan) {}

  @GetMapping("/commitments")
  Answer all() {
    LocalDate today = LocalDate.now(clock);
    Map<UUID, Plan> byId = plans.all().stream().collect(Collectors.toMap(Plan::id, plan -> plan));
    List<Row> rows =
        commitments.factsOf(commitments.all(), today).stream()
            .map(facts ->
                new Row(facts, Objects.requireNonNull(byId.get(facts.commitment().planId()))))
            .toList();
    Set<UUID> shows = new HashSet<>(byId.keySet());
    rows.forEach(row -> shows.add(row.facts().commitment().id()));
    return Answer.page("cabildo/commitments/commitments.jte", new AllPage(rows, today))
        .shared(shows);
  }

  @GetMapping("/commitments/{slug}")
  Answer show(Lang lang, @PathVariable String slug) {
    Optional<Commitment> found = commitments.find(slug);
    if (found.isEmpty()) {
      return moved(lang, slug);
    }
    ComposeCommitment.Page page = compose.page(found.get(), lang);
    return Answer.page("cabildo/commitments/commitment.jte", page).shared(page.shows());
  }

  /// OGP's identifiers are in documents and links of others.
  private Answer moved(Lang lang, String code) {
    return commitments
        .findByCode(code)
        .map(commitment -> new Answer.Moved("/" + lang + commitment.path()))
        .orElseThrow(Problem::notFound);
  }

  @GetMapping("/commitments/{slug}.json")
  Answer json(Lang lang, @PathVariable String slug) {
    ComposeCommitment.Page page = compose.page(commitments.get(slug), lang);
    return new Answer.Document("application/json", json.write(page, lang), page.shows());
  }
}
