package cabildo.app;

import cabildo.kernel.Ids;
import cabildo.kernel.Problem;
import cabildo.kernel.Subject;
import cabildo.ledger.Subjects;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The public ledger: everything that happened, and what happened to one thing.
@Controller
@RequestMapping("/{lang}/ledger")
@Transactional(readOnly = true)
public class HistoryPages {
  private static final int AT_ONCE = 100;
  private static final int ALL_OF_ONE = 1000;

  private final PublicLedger ledger;
  private final Subjects subjects;

  public HistoryPages(PublicLedger ledger, Subjects subjects) {
    this.ledger = ledger;
    this.subjects = subjects;
  }

  /// @param older the number before which older lines are found; absent on the last page
  public record LedgerPage(List<PublicLedger.Line> lines, @Nullable Long older) {}

  public record SubjectPage(Subject subject, List<PublicLedger.Line> lines) {}

  /// Not kept: every act anywhere makes it old.
  @GetMapping
  Answer list(Form form) {
    String typed = form.value("before");
    Long before = typed.matches("[0-9]{1,18}") ? Long.valueOf(typed) : null;
    List<PublicLedger.Line> found = ledger.latest(before, AT_ONCE + 1);
    List<PublicLedger.Line> lines = found.subList(0, Math.min(found.size(), AT_ONCE));
    Long older = found.size() > AT_ONCE ? Long.valueOf(lines.getLast().id()) : null;
    return Answer.page("cabildo/app/ledger.jte", new LedgerPage(lines, older));
  }

  /// What has no public line is not there for the public: people, invitations, drafts.
  @GetMapping("/{subjectId}")
  Answer ofOne(@PathVariable String subjectId) {
    UUID id = Ids.read(subjectId).orElseThrow(Problem::notFound);
    List<PublicLedger.Line> lines = ledger.of(id, ALL_OF_ONE);
    if (lines.isEmpty()) {
      throw Problem.notFound();
    }
    return Answer.page("cabildo/app/ledger_of.jte", new SubjectPage(subjects.get(id), lines))
        .shared(Set.of(id));
  }
}
