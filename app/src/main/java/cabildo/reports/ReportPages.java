package cabildo.reports;

import cabildo.comments.CommentThread;
import cabildo.comments.Comments;
import cabildo.db.Json;
import cabildo.glossary.Glossary;
import cabildo.glossary.Terms;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.web.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The published reports, as everybody reads them.
@Controller
@RequestMapping("/{lang}/reports")
@Transactional(readOnly = true)
public class ReportPages {
  private final Reports reports;
  private final Publications publications;
  private final Forms forms;
  private final Comments comments;
  private final Terms terms;

  public ReportPages(
      Reports reports, Publications publications, Forms forms, Comments comments, Terms terms) {
    this.reports = reports;
    this.publications = publications;
    this.forms = forms;
    this.comments = comments;
    this.terms = terms;
  }

  public record ListPage(List<Reports.Listed> reports) {}

  /// @param versions all that were published, the newest first
  public record ReportPage(
      Report report,
      ReportBody body,
      FormDefinition form,
      List<Publication> versions,
      CommentThread thread,
      Glossary glossary) {

    public boolean isNewest() {
      return body.number() == versions.getFirst().number();
    }

    /// Whether the reader's language is not the one in which the report was written.
    public boolean isTranslated(Lang lang) {
      return !lang.code().equals(body.originalLanguage());
    }

    public long count(Severity severity) {
      return body.findings().stream().filter(found -> found.severity() == severity).count();
    }
  }

  @GetMapping
  Answer list(Lang lang) {
    List<Reports.Listed> published = reports.published();
    List<UUID> shown = new ArrayList<>();
    published.forEach(report -> shown.addAll(List.of(report.id(), report.commitmentId())));
    return Answer.page("cabildo/reports/reports.jte", new ListPage(published)).shared(shown);
  }

  @GetMapping("/{slug}")
  Answer show(Lang lang, @PathVariable String slug) {
    Report report = reports.get(slug);
    List<Publication> versions = versions(report);
    return page(report, versions, versions.getFirst());
  }

  @GetMapping("/{slug}/versions/{number:[0-9]{1,4}}")
  Answer version(Lang lang, @PathVariable String slug, @PathVariable int number) {
    Report report = reports.get(slug);
    List<Publication> versions = versions(report);
    Publication wanted =
        versions.stream()
            .filter(version -> version.number() == number)
            .findFirst()
            .orElseThrow(Problem::notFound);
    return page(report, versions, wanted);
  }

  @GetMapping("/{slug}.json")
  Answer json(Lang lang, @PathVariable String slug) {
    Report report = reports.get(slug);
    return new Answer.Document(
        "application/json",
        Json.mapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(versions(report).getFirst().body()),
        java.util.Set.of(report.id()));
  }

  private List<Publication> versions(Report report) {
    List<Publication> versions = publications.of(report.id());
    if (versions.isEmpty()) {
      throw Problem.notFound();
    }
    return versions;
  }

  private Answer page(Report report, List<Publication> versions, Publication wanted) {
    Glossary glossary = terms.glossary();
    return Answer.page(
            "cabildo/reports/report.jte",
            new ReportPage(
                report,
                Json.mapper().treeToValue(wanted.body(), ReportBody.class),
                forms.get(report.formId()),
                versions,
                comments.thread(report.id()),
                glossary))
        .shared(List.of(report.id(), glossary.rootId()));
  }
}
