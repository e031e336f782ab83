package cabildo.app.demo;

import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reports with their evaluators and answers.
final class LoadReports {
  private final World world;
  private final Map<Integer, Form> forms;
  private final List<ToPublish> published = new ArrayList<>();

  /// A report that is published as version 1.
  ///
  /// @param publishedAt absent where only the year is on record
  /// @param publishedBy the person, or the program for what was published elsewhere
  record ToPublish(
      UUID reportId, @Nullable Instant publishedAt, int publishedYear, History.Hand publishedBy) {}

  /// One version of the form.
  record Form(UUID id, int version, JsonNode definition) {}

  LoadReports(World world, Map<Integer, Form> forms) {
    this.world = world;
    this.forms = forms;
  }

  /// The reports that are to be published, oldest first.
  List<ToPublish> load() {
    Item.of("reports").forEach(this::report);
    return List.copyOf(published);
  }

  private void report(Item report) {
    Item dates = report.get("dates");
    boolean elsewhere = !report.is("invented");
    History.Hand hand = elsewhere ? LoadMembers.PROGRAM : evaluator(report);
    Instant startedAt = startedAt(report, dates);
    UUID id = row(report, dates, hand, startedAt, elsewhere);
    int position = 0;
    for (Item evaluator : report.items("evaluators")) {
      evaluator(id, ++position, evaluator);
    }
    LocalDate answeredOn = dates.dateOrNull("submittedOn");
    new LoadAnswers(
            world,
            id,
            new Item(form(report).definition()),
            answeredOn == null ? startedAt : world.at(answeredOn, 12),
            elsewhere ? new History.Hand(null, names(report)) : hand)
        .load(report);
    world.history.writePrivately(startedAt, hand, "report.started", id, Map.of());
    if (report.text("status").equals("published")) {
      publish(id, dates, hand, startedAt);
    }
  }

  /// Where the day is not on record, the line of the ledger stands at the day of entering it.
  private void publish(UUID id, Item dates, History.Hand hand, Instant startedAt) {
    LocalDate day = dates.dateOrNull("publishedOn");
    @Nullable Instant at = day == null ? null : world.at(day, 12);
    published.add(new ToPublish(id, at, dates.number("publishedYear"), hand));
    world.history.write(
        at == null ? startedAt : at, hand, "report.published", id, Map.of("version", 1));
  }

  private Form form(Item report) {
    int version = report.number("formVersion");
    return Optional.ofNullable(forms.get(version))
        .orElseThrow(() -> new IllegalStateException("no version " + version + " of the form"));
  }

  private UUID row(
      Item report, Item dates, History.Hand hand, Instant startedAt, boolean elsewhere) {
    String slug = report.text("slug");
    UUID commitmentId = world.id(report.text("commitment"));
    UUID id =
        world.subject(
            report.text("key"),
            "report",
            commitmentId,
            "/reports/" + slug,
            report.words("title"),
            startedAt);
    world
        .row("reports.report")
        .with("id", id)
        .with("slug", slug)
        .with("commitment_id", commitmentId)
        .with("form_id", form(report).id())
        .with("filed_elsewhere", elsewhere)
        .with("source_url", report.textOrNull("sourceUrl"))
        .with("original_language", report.text("originalLanguage"))
        .with("period_from", dates.dateOrNull("periodFrom"))
        .with("period_to", dates.dateOrNull("periodTo"))
        .with("assessed_on", dates.dateOrNull("assessedOn"))
        .with("submitted_on", dates.dateOrNull("submittedOn"))
        .with("created_at", startedAt)
        .with("created_by", hand.id())
        .with("invented", report.is("invented"))
        .with("version", 0);
    return id;
  }

  /// What was filed elsewhere was entered on the last day of the only year that is on record.
  private Instant startedAt(Item report, Item dates) {
    LocalDate started = report.dateOrNull("startedOn");
    return world.at(
        started == null ? LocalDate.of(dates.number("publishedYear"), 12, 31) : started, 10);
  }

  private History.Hand evaluator(Item report) {
    return world.hand(report.items("evaluators").getFirst().text("person"));
  }

  private static String names(Item report) {
    return report.items("evaluators").stream()
        .map(evaluator -> evaluator.text("name"))
        .collect(Collectors.joining(", "));
  }

  private void evaluator(UUID reportId, int position, Item evaluator) {
    var independence = evaluator.at("independence");
    @Nullable String organisation = evaluator.textOrNull("affiliation");
    world
        .row("reports.evaluator")
        .with("id", Ids.next())
        .with("report_id", reportId)
        .with("position", position)
        .with("name", evaluator.text("name"))
        .with("person_id", world.idOrNull(evaluator.textOrNull("person")))
        .with("affiliation", organisation == null ? null : spanish(world.name(organisation)))
        .with(
            "independence",
            independence.map(declared -> spanish(declared.words("statement"))).orElse(null))
        .with(
            "declared_at",
            independence.map(declared -> world.at(declared.date("declaredOn"), 10)).orElse(null));
  }

  private static String spanish(LocalText text) {
    return text.in(Lang.ES).text();
  }
}
