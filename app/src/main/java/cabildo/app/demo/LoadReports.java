package cabildo.app.demo;

import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reports with their evaluators and answers.
final class LoadReports {
  private final World world;
  private final Map<Integer, UUID> forms;
  private final Map<Integer, Item> definitions;
  private final List<ToPublish> published = new ArrayList<>();

  /// A report that is published as version 1.
  ///
  /// @param publishedAt absent where only the year is on record
  /// @param publishedBy the person, or the program for what was published elsewhere
  record ToPublish(
      UUID reportId, @Nullable Instant publishedAt, int publishedYear, History.Hand publishedBy) {}

  /// @param forms the ids of the form's versions
  LoadReports(World world, Map<Integer, UUID> forms, Map<Integer, Item> definitions) {
    this.world = world;
    this.forms = forms;
    this.definitions = definitions;
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
            definitions.getOrDefault(report.number("formVersion"), report),
            answeredOn == null ? startedAt : world.at(answeredOn, 12),
            elsewhere ? new History.Hand(null, names(report)) : hand)
        .load(report);
    world.history.writePrivately(startedAt, hand, "report.started", id, Map.of());
    if (report.text("status").equals("published")) {
      LocalDate day = dates.dateOrNull("publishedOn");
      published.add(
          new ToPublish(
              id, day == null ? null : world.at(day, 12), dates.number("publishedYear"), hand));
    }
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
    world.rows.add(
        "reports.report",
        "id",
        id,
        "slug",
        slug,
        "commitment_id",
        commitmentId,
        "form_id",
        forms.get(report.number("formVersion")),
        "filed_elsewhere",
        elsewhere,
        "source_url",
        report.textOrNull("sourceUrl"),
        "original_language",
        report.text("originalLanguage"),
        "period_from",
        dates.dateOrNull("periodFrom"),
        "period_to",
        dates.dateOrNull("periodTo"),
        "assessed_on",
        dates.dateOrNull("assessedOn"),
        "submitted_on",
        dates.dateOrNull("submittedOn"),
        "created_at",
        startedAt,
        "created_by",
        hand.id(),
        "invented",
        report.is("invented"),
        "version",
        0);
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
    world.rows.add(
        "reports.evaluator",
        "id",
        Ids.next(),
        "report_id",
        reportId,
        "position",
        position,
        "name",
        evaluator.text("name"),
        "person_id",
        world.idOrNull(evaluator.textOrNull("person")),
        "affiliation",
        organisation == null ? null : spanish(world.name(organisation)),
        "independence",
        independence.map(declared -> spanish(declared.words("statement"))).orElse(null),
        "declared_at",
        independence.map(declared -> world.at(declared.date("declaredOn"), 10)).orElse(null));
  }

  private static String spanish(LocalText text) {
    return text.in(Lang.ES).text();
  }
}
