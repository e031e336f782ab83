package cabildo.studies.submissions;

import cabildo.files.FileType;
import cabildo.files.Vault;
import cabildo.instruments.Definition;
import cabildo.instruments.Versions;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.members.Territories;
import cabildo.studies.Component;
import cabildo.studies.Components;
import cabildo.studies.Perspective;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.studies.sampling.Draws;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// For the study's officer: what came in, one by one, and what a reviewer says of it.
@Controller
@RequestMapping("/{lang}/studies/{slug}/submissions")
@Transactional(readOnly = true)
public class SubmissionPages {
  /// Review states one may ask for; `none` is what nobody has looked at.
  public static final List<String> REVIEWS = List.of("none", "approved", "has_issues", "rejected");

  public static final List<String> FLAGS =
      List.of(
          "any",
          "duplicate",
          "speed",
          "straight_line",
          "extra_file",
          "missing_file",
          "keyed_twice_differs");

  private static final String ONE = "cabildo/studies/submissions/submission.jte";

  private final Studies studies;
  private final Components components;
  private final Submissions submissions;
  private final SubmissionList list;
  private final Reviews reviews;
  private final Attachments attachments;
  private final Versions versions;
  private final Draws draws;
  private final Territories territories;
  private final SubmissionCsv csv;
  private final Vault vault;

  SubmissionPages(
      Studies studies,
      Components components,
      Submissions submissions,
      SubmissionList list,
      Reviews reviews,
      Attachments attachments,
      Versions versions,
      Draws draws,
      Territories territories,
      SubmissionCsv csv,
      Vault vault) {
    this.studies = studies;
    this.components = components;
    this.submissions = submissions;
    this.list = list;
    this.reviews = reviews;
    this.attachments = attachments;
    this.versions = versions;
    this.draws = draws;
    this.territories = territories;
    this.csv = csv;
    this.vault = vault;
  }

  /// @param found how many the filter finds; 1,001 stands for more than a thousand
  /// @param repeats paths of groups that are tables of their own
  /// @param older the address of older ones; absent on the last page
  public record ListPage(
      Study study,
      Form form,
      List<SubmissionList.Line> lines,
      long found,
      List<String> repeats,
      @Nullable String older) {}

  /// @param place the unit's or municipality's name; absent when not known
  public record OnePage(
      Study study,
      Submission submission,
      @Nullable LocalText place,
      List<ReadOut.Line> answers,
      List<Reviews.Flag> flags,
      List<Reviews.Review> reviews,
      List<Attachments.Attachment> attachments,
      Form form) {

    /// What the sentence of a flag tells.
    public Object[] args(Reviews.Flag flag) {
      return flag.kind().equals("speed")
          ? flag.detail().split(" ", 2)
          : new Object[] {flag.detail()};
    }
  }

  @GetMapping
  Answer list(Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.forOfficer(actor, slug);
    Component component = component(study);
    var filter = SubmissionList.Filter.read(form);
    List<SubmissionList.Line> found = list.page(component.id(), filter);
    List<SubmissionList.Line> lines =
        found.subList(0, Math.min(found.size(), SubmissionList.AT_ONCE));
    String older = found.size() > lines.size() ? older(study, filter, lines.getLast().id()) : null;
    return Answer.page(
        "cabildo/studies/submissions/submissions.jte",
        new ListPage(
            study,
            form,
            lines,
            list.countUpToThousand(component.id(), filter),
            CsvShape.repeats(versions.form(component.versionId())),
            older));
  }

  private static String older(Study study, SubmissionList.Filter filter, long before) {
    return "%s/submissions?mode=%s&stream=%s&review=%s&flag=%s&unit=%s%s&collector=%s&before=%d"
        .formatted(
            study.path(),
            filter.mode(),
            filter.stream(),
            filter.review(),
            filter.flag(),
            filter.unit() == null ? "" : filter.unit(),
            filter.replaced() ? "&replaced=yes" : "",
            java.net.URLEncoder.encode(filter.collector(), java.nio.charset.StandardCharsets.UTF_8),
            before);
  }

  @GetMapping("/submissions.csv")
  Answer csv(Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.forOfficer(actor, slug);
    Component component = component(study);
    Definition definition = versions.form(component.versionId());
    var shape =
        CsvShape.of(definition, form.value("group"), form.chose("split", "yes"))
            .orElseThrow(Problem::notFound);
    int version = versions.get(component.versionId()).number();
    String name = component.formId() + (shape.group().isEmpty() ? "" : "-" + shape.group());
    return new Answer.Stream(
        name.replace('/', '-') + ".csv",
        "text/csv; charset=utf-8",
        out -> csv.write(component, version, shape, out));
  }

  @GetMapping("/{id:[0-9]{1,18}}")
  Answer one(Actor actor, @PathVariable String slug, @PathVariable long id) {
    Study study = studies.forOfficer(actor, slug);
    return Answer.page(ONE, page(study, submission(study, id), Form.blank()));
  }

  @GetMapping("/{id:[0-9]{1,18}}/attachments/{name}")
  Answer file(
      Actor actor, @PathVariable String slug, @PathVariable long id, @PathVariable String name) {
    Study study = studies.forOfficer(actor, slug);
    var file = attachments.find(submission(study, id).id(), name).orElseThrow(Problem::notFound);
    boolean isShown =
        FileType.ofMediaType(file.mediaType()).map(FileType::isShownInPlace).orElse(false);
    return new Answer.Download(vault.open(file.sha256()), file.name(), file.mediaType(), isShown);
  }

  @PostMapping("/{id:[0-9]{1,18}}/reviews")
  @Transactional
  Answer review(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable long id, Form form) {
    Study study = studies.forOfficer(actor, slug);
    Submission submission = submission(study, id);
    if (submission.replacedById() != null) {
      throw Problem.conflict("studies.submissions.review.replaced");
    }
    Optional<ReviewForm.Said> said = ReviewForm.read(form);
    if (said.isEmpty()) {
      return Answer.again(ONE, page(study, submission, form));
    }
    reviews.review(actor, study.id(), submission, said.get().state(), said.get().note());
    return Answer.seeOther("/" + lang + study.path() + "/submissions/" + id);
  }

  private Component component(Study study) {
    return components
        .find(study.id(), Perspective.CITIZEN)
        .orElseThrow(() -> Problem.conflict("studies.submissions.noComponent"));
  }

  private Submission submission(Study study, long id) {
    Submission submission = submissions.get(id);
    if (!components.get(submission.componentId()).studyId().equals(study.id())) {
      throw Problem.notFound();
    }
    return submission;
  }

  private OnePage page(Study study, Submission submission, Form form) {
    Definition definition = versions.form(components.get(submission.componentId()).versionId());
    return new OnePage(
        study,
        submission,
        place(study.id(), submission),
        ReadOut.of(definition, submission.values()),
        reviews.flags(submission.id()),
        reviews.of(submission.id()),
        attachments.of(submission.id()),
        form);
  }

  private @Nullable LocalText place(UUID studyId, Submission submission) {
    if (submission.unit() != null) {
      return draws.units(studyId).stream()
          .filter(unit -> unit.number() == submission.unit())
          .findFirst()
          .map(unit -> LocalText.of(Lang.ES, unit.name()))
          .orElse(null);
    }
    return submission.territoryId() == null
        ? null
        : territories.get(submission.territoryId()).name();
  }
}
