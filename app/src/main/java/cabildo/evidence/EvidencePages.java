package cabildo.evidence;

import cabildo.evidence.Uploads.Received;
import cabildo.files.FileType;
import cabildo.files.Vault;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Subject;
import cabildo.ledger.Subjects;
import cabildo.web.Answer;
import cabildo.web.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Items of evidence: their pages and files, adding one, withdrawing one.
@Controller
@RequestMapping("/{lang}/evidence")
@Transactional(readOnly = true)
public class EvidencePages {
  private static final String NEW = "cabildo/evidence/add.jte";
  private static final String WITHDRAW = "cabildo/evidence/withdraw.jte";

  private final EvidenceItems items;
  private final EvidenceRights rights;
  private final Uploads uploads;
  private final Vault vault;
  private final Subjects subjects;
  private final Clock clock;

  EvidencePages(
      EvidenceItems items,
      EvidenceRights rights,
      Uploads uploads,
      Vault vault,
      Subjects subjects,
      Clock clock) {
    this.items = items;
    this.rights = rights;
    this.uploads = uploads;
    this.vault = vault;
    this.subjects = subjects;
    this.clock = clock;
  }

  /// @param about what it is evidence for
  public record EvidencePage(EvidenceItem item, List<Subject> about) {}

  /// @param received the file that has already arrived
  public record NewEvidencePage(Form form, Subject about, @Nullable Received received) {}

  public record WithdrawPage(Form form, EvidenceItem item) {}

  @GetMapping("/{id}")
  Answer show(@PathVariable String id) {
    EvidenceItem item = item(id);
    List<Subject> about = items.about(item.id());
    Stream<UUID> shown = Stream.concat(Stream.of(item.id()), about.stream().map(Subject::id));
    return Answer.page("cabildo/evidence/show.jte", new EvidencePage(item, about))
        .shared(shown.toList());
  }

  @GetMapping("/{id}/file")
  Answer file(Actor actor, @PathVariable String id) {
    EvidenceItem item = item(id);
    String sha256 = Optional.ofNullable(item.sha256()).orElseThrow(Problem::notFound);
    rights.mustReadFile(actor, item, items.about(item.id()));
    String mediaType = Optional.ofNullable(item.mediaType()).orElse("application/octet-stream");
    boolean isText = mediaType.startsWith("text/");
    return new Answer.Download(
        vault.open(sha256),
        Optional.ofNullable(item.fileName()).orElse(sha256),
        isText ? mediaType + "; charset=utf-8" : mediaType,
        FileType.ofMediaType(mediaType).filter(FileType::isShownInPlace).isPresent());
  }

  @GetMapping("/new")
  Answer blank(Actor actor, Form form) {
    actor.mustBeSignedIn();
    Subject about = about(form);
    rights.mustAdd(actor, about);
    return Answer.page(NEW, new NewEvidencePage(form, about, null));
  }

  @PostMapping
  @Transactional
  Answer add(Lang lang, Actor actor, Form form, HttpServletRequest request) {
    UUID person = actor.mustBeSignedIn();
    Subject about = about(form);
    rights.mustAdd(actor, about);
    Optional<Received> received = uploads.read(person, form, request);
    Optional<NewItem> item = EvidenceForm.read(form, lang, received, LocalDate.now(clock));
    if (item.isEmpty()) {
      return Answer.again(NEW, new NewEvidencePage(form, about, received.orElse(null)));
    }
    items.add(actor, item.get(), List.of(about.id()));
    return Answer.seeOther("/" + lang + about.path());
  }

  @GetMapping("/{id}/withdrawal")
  Answer askWhy(Actor actor, @PathVariable String id) {
    EvidenceItem item = item(id);
    rights.mustWithdraw(actor, item, items.about(item.id()));
    return Answer.page(WITHDRAW, new WithdrawPage(Form.blank(), item));
  }

  @PostMapping("/{id}/withdrawal")
  @Transactional
  Answer withdraw(Lang lang, Actor actor, @PathVariable String id, Form form) {
    EvidenceItem item = item(id);
    rights.mustWithdraw(actor, item, items.about(item.id()));
    String reason = form.text("reason", 1000, "evidence.withdraw.reasonNeeded");
    if (form.isFaulty()) {
      return Answer.again(WITHDRAW, new WithdrawPage(form, item));
    }
    items.withdraw(actor, item.id(), reason);
    return Answer.seeOther("/" + lang + item.path());
  }

  private EvidenceItem item(String id) {
    return items.get(Ids.read(id).orElseThrow(Problem::notFound));
  }

  private Subject about(Form form) {
    return subjects.get(Ids.read(form.value("about")).orElseThrow(Problem::notFound));
  }
}
