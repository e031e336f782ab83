package cabildo.studies.transcription;

import cabildo.instruments.Choice;
import cabildo.instruments.Definition;
import cabildo.instruments.Digest;
import cabildo.instruments.Filling;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.Lang;
import cabildo.studies.LineFault;
import cabildo.studies.Stream;
import cabildo.studies.Table;
import cabildo.studies.collection.Questionnaire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a table of answers, each line checked as the form itself would: kinds of values, choices,
/// constraints, what is asked and what is not. Nothing is guessed.
final class ReadAnswers {
  private static final String KEY = "studies.transcription.import.";
  private static final int CHOICES_NAMED = 12;

  /// What a line may refer to.
  ///
  /// @param units numbers of drawn units, by number and by code
  /// @param places ids of municipalities by official code
  record Known(Map<String, Integer> units, Map<String, java.util.UUID> places) {}

  /// Answers put to the questionnaire.
  interface Ask {
    Questionnaire of(Map<String, String> answers, Lang reading);
  }

  /// One line of the file.
  ///
  /// @param instanceId made of what the line says when the file has no key, so that the same line
  ///   again is the same answer
  /// @param answers as they would be kept
  record Line(
      Table.Row row,
      String instanceId,
      @Nullable Integer unit,
      java.util.@Nullable UUID territoryId,
      Lang language,
      Map<String, String> answers,
      List<LineFault> faults) {
    boolean isGood() {
      return faults.isEmpty();
    }
  }

  private final Table table;
  private final Definition definition;
  private final Columns columns;
  private final Stream stream;
  private final Known known;
  private final Ask ask;
  private final Lang reader;
  private final Map<String, Integer> seen = new HashMap<>();

  /// @param reader the language in which faults are said
  ReadAnswers(
      Table table, Definition definition, Stream stream, Known known, Ask ask, Lang reader) {
    this.table = table;
    this.definition = definition;
    this.columns = Columns.of(table.header(), definition);
    this.stream = stream;
    this.known = known;
    this.ask = ask;
    this.reader = reader;
  }

  /// Columns that nobody knows.
  List<LineFault> headerFaults() {
    return columns.faults();
  }

  List<Line> lines() {
    return table.rows().stream().map(this::line).toList();
  }

  private Line line(Table.Row row) {
    List<LineFault> faults = new ArrayList<>();
    Map<String, String> given = new LinkedHashMap<>();
    columns.items().forEach((at, path) -> cell(row, at, path, given, faults));
    Integer unit = unit(row, faults);
    java.util.UUID place = place(row, faults);
    Lang language = language(row, faults);
    fillPlace(row, given);
    Map<String, String> kept = check(row, given, language, faults);
    return new Line(row, instance(row, unit, kept), unit, place, language, kept, faults);
  }

  private void cell(
      Table.Row row, int at, String path, Map<String, String> given, List<LineFault> faults) {
    String cell = row.cell(at);
    if (cell.isEmpty()) {
      return;
    }
    PlacedItem placed = Columns.item(path, definition).orElseThrow();
    List<Choice> choices = definition.choicesOf(placed.item());
    Optional<ExcelDamage> damage = ExcelDamage.of(cell, placed.item(), choices);
    if (damage.isPresent()) {
      String key = "studies.transcription.excel." + damage.get().key();
      faults.add(new LineFault(row.line(), table.header().get(at), key, damage.get().args()));
    } else {
      given.put(path, cell);
    }
  }

  /// What is wrong with the answers together; gives those that are kept.
  private Map<String, String> check(
      Table.Row row, Map<String, String> given, Lang language, List<LineFault> faults) {
    Questionnaire questionnaire = ask.of(given, language);
    Map<String, String> kept = questionnaire.toSend();
    for (Filling.Fault fault : questionnaire.faults()) {
      boolean isSaid = faults.stream().anyMatch(one -> one.column().equals(columnOf(fault.path())));
      if (!isSaid) {
        faults.add(said(row, fault));
      }
    }
    for (String path : given.keySet()) {
      if (!kept.containsKey(path)) {
        faults.add(new LineFault(row.line(), columnOf(path), KEY + "notAsked", List.of()));
      }
    }
    return kept;
  }

  private LineFault said(Table.Row row, Filling.Fault fault) {
    String column = columnOf(fault.path());
    if (fault.message() != null) {
      String words = fault.message().in(reader).text();
      return new LineFault(row.line(), column, "studies.collection.answer.authors", List.of(words));
    }
    if (fault.kind() == Filling.Kind.CHOICE) {
      String names =
          Columns.item(fault.path(), definition).stream()
              .flatMap(placed -> definition.choicesOf(placed.item()).stream())
              .map(Choice::name)
              .limit(CHOICES_NAMED)
              .collect(Collectors.joining(", "));
      return new LineFault(row.line(), column, KEY + "choice", List.of(names));
    }
    String kind = fault.kind().name().toLowerCase(Locale.ROOT);
    return new LineFault(row.line(), column, KEY + kind, List.of());
  }

  private String columnOf(String path) {
    return columns.items().entrySet().stream()
        .filter(column -> column.getValue().equals(path))
        .findFirst()
        .map(column -> table.header().get(column.getKey()))
        .orElse(path);
  }

  private @Nullable Integer unit(Table.Row row, List<LineFault> faults) {
    if (stream == Stream.VOLUNTEER) {
      return null;
    }
    String typed = columns.unit() == null ? "" : row.cell(columns.unit());
    Integer unit = known.units().get(typed);
    if (unit == null) {
      faults.add(new LineFault(row.line(), "unit", KEY + "noSuchUnit", List.of(typed)));
    }
    return unit;
  }

  private java.util.@Nullable UUID place(Table.Row row, List<LineFault> faults) {
    String typed = columns.municipality() == null ? "" : row.cell(columns.municipality());
    java.util.UUID place = known.places().get(typed);
    if (place == null && (stream == Stream.VOLUNTEER || !typed.isEmpty())) {
      faults.add(new LineFault(row.line(), "municipality", KEY + "noSuchPlace", List.of(typed)));
    }
    return place;
  }

  private Lang language(Table.Row row, List<LineFault> faults) {
    String typed = columns.language() == null ? "" : row.cell(columns.language());
    Optional<Lang> spoken =
        definition.languages().stream().filter(lang -> lang.code().equals(typed)).findFirst();
    if (spoken.isEmpty() && !typed.isEmpty()) {
      faults.add(new LineFault(row.line(), "language", KEY + "noSuchLanguage", List.of(typed)));
    }
    return spoken.orElse(definition.original());
  }

  /// The questionnaire's own question for the municipality is answered by the column beside it.
  private void fillPlace(Table.Row row, Map<String, String> given) {
    String code = columns.municipality() == null ? "" : row.cell(columns.municipality());
    for (PlacedItem placed : definition.used("territory")) {
      if (!code.isEmpty()) {
        given.putIfAbsent(placed.path(), code);
      }
    }
  }

  private String instance(Table.Row row, @Nullable Integer unit, Map<String, String> answers) {
    String key = columns.key() == null ? "" : row.cell(columns.key());
    if (!key.isEmpty() && key.length() <= 200) {
      return key;
    }
    String content = unit + " " + new TreeMap<>(answers) + " " + row.cells();
    String digest = Digest.of(content.getBytes(StandardCharsets.UTF_8));
    int turn = seen.merge(digest, 1, Integer::sum);
    return "file:" + digest + (turn == 1 ? "" : ":" + turn);
  }
}
