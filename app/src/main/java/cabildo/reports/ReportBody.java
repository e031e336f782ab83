package cabildo.reports;

import cabildo.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Everything that a version of a report says, as it is frozen at publication and as its `.json`
/// twin shows it. It needs nothing else to be read, so a published page never changes under its
/// readers.
///
/// @param schema the name and version of this shape
/// @param evidence by numbered question
/// @param reason why this version follows an earlier one; absent on the first
public record ReportBody(
    String schema,
    String slug,
    int number,
    FormRef form,
    CommitmentRef commitment,
    PlanRef plan,
    List<MemberRef> members,
    String originalLanguage,
    boolean filedElsewhere,
    @Nullable String sourceUrl,
    boolean invented,
    List<Signatory> evaluators,
    Dates dates,
    Map<String, JsonNode> answers,
    Map<String, List<EvidenceRef>> evidence,
    TrackRecord track,
    List<Reviewed> findings,
    @Nullable LocalText reason) {

  public static final String SCHEMA = "cabildo-report/1";

  public ReportBody {
    members = List.copyOf(members);
    evaluators = List.copyOf(evaluators);
    answers = new TreeMap<>(answers);
    evidence = new TreeMap<>(evidence);
    findings = List.copyOf(findings);
  }

  public record FormRef(String kind, int version) {}

  public record CommitmentRef(
      @Nullable String code,
      String slug,
      LocalText title,
      @Nullable LocalText action,
      @Nullable LocalText problem) {}

  public record PlanRef(String slug, LocalText title, LocalDate startsOn, LocalDate endsOn) {}

  public record MemberRef(String slug, LocalText name) {}

  /// Who signs, with what they declared; never with an address.
  public record Signatory(
      String name,
      @Nullable String affiliation,
      @Nullable String independence,
      @Nullable Instant declaredAt) {}

  /// The four dates, and the day on which the report was due.
  ///
  /// @param publishedAt absent where only the year is known
  public record Dates(
      @Nullable LocalDate periodFrom,
      @Nullable LocalDate periodTo,
      @Nullable LocalDate assessedOn,
      @Nullable LocalDate submittedOn,
      @Nullable Instant publishedAt,
      @Nullable Integer publishedYear,
      LocalDate dueOn) {}

  public record EvidenceRef(
      String id,
      LocalText title,
      LocalText proves,
      String kind,
      @Nullable String sha256,
      @Nullable String url) {}

  /// A finding and what the evaluators said to it.
  public record Reviewed(
      String code,
      @Nullable String question,
      Severity severity,
      LocalText title,
      LocalText answerSays,
      LocalText recordSays,
      @Nullable String recordPath,
      @Nullable Reply justification) {

    static Reviewed of(Finding finding, @Nullable Justification given) {
      return new Reviewed(
          finding.code(),
          finding.question(),
          finding.severity(),
          finding.title(),
          finding.answerSays(),
          finding.recordSays(),
          finding.recordPath(),
          given == null ? null : new Reply(given.text(), given.givenByName(), given.givenAt()));
    }

    public String key() {
      return new Finding(code, question, severity, title, answerSays, recordSays, recordPath).key();
    }

    public boolean isUnanswered() {
      return severity == Severity.BLOCK && justification == null;
    }
  }

  public record Reply(LocalText text, String by, Instant at) {}

  public AnswerSheet sheet() {
    return new AnswerSheet(answers);
  }

  public List<EvidenceRef> evidence(String question) {
    return evidence.getOrDefault(question, List.of());
  }

  /// The findings beside a numbered question; with null those on the report as a whole.
  public List<Reviewed> findings(@Nullable String question) {
    return findings.stream()
        .filter(finding -> java.util.Objects.equals(finding.question(), question))
        .toList();
  }

  public long unansweredCount() {
    return findings.stream().filter(Reviewed::isUnanswered).count();
  }
}
