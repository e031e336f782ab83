package cabildo.studies.transcription;

import cabildo.instruments.Definition;
import cabildo.instruments.ItemType;
import cabildo.instruments.PlacedItem;
import cabildo.studies.LineFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which column of a file holds what: items by their path (`identity/age`, or `identity-age` as
/// exports write it), and what is known beside the answers. Columns that a form's server adds to
/// its exports are passed over.
///
/// @param items the path by the place of the column
/// @param faults columns that nobody knows
record Columns(
    Map<Integer, String> items,
    @Nullable Integer key,
    @Nullable Integer unit,
    @Nullable Integer municipality,
    @Nullable Integer language,
    List<LineFault> faults) {
  private static final Set<String> KEYS = Set.of("key", "instanceid", "meta-instanceid");
  private static final Set<String> UNITS = Set.of("unit", "unidad");
  private static final Set<String> PLACES = Set.of("municipality", "municipio");
  private static final Set<String> LANGUAGES = Set.of("language", "idioma");
  private static final Set<String> PASSED_OVER =
      Set.of(
          "submissiondate",
          "meta-instancename",
          "submitterid",
          "submittername",
          "attachmentspresent",
          "attachmentsexpected",
          "status",
          "reviewstate",
          "deviceid",
          "edits",
          "formversion",
          "start",
          "end",
          "");

  static Columns of(List<String> header, Definition definition) {
    Map<Integer, String> items = new LinkedHashMap<>();
    List<LineFault> faults = new ArrayList<>();
    for (int at = 0; at < header.size(); at++) {
      String name = header.get(at);
      Optional<String> path = path(name, definition);
      if (path.isPresent()) {
        items.put(at, path.get());
      } else if (!isKnown(name.toLowerCase(Locale.ROOT)) && !isComputed(name, definition)) {
        faults.add(new LineFault(1, name, "studies.transcription.import.unknownColumn", List.of()));
      }
    }
    return new Columns(
        items,
        find(header, KEYS),
        find(header, UNITS),
        find(header, PLACES),
        find(header, LANGUAGES),
        List.copyOf(faults));
  }

  private static @Nullable Integer find(List<String> header, Set<String> names) {
    for (int at = 0; at < header.size(); at++) {
      if (names.contains(header.get(at).toLowerCase(Locale.ROOT))) {
        return at;
      }
    }
    return null;
  }

  private static boolean isKnown(String name) {
    return KEYS.contains(name)
        || UNITS.contains(name)
        || PLACES.contains(name)
        || LANGUAGES.contains(name)
        || PASSED_OVER.contains(name);
  }

  private static Optional<String> path(String name, Definition definition) {
    for (String path : List.of(name, name.replace('-', '/'))) {
      Optional<PlacedItem> item = item(path, definition);
      if (item.filter(placed -> placed.item().type().isAsked()).isPresent()) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }

  /// Notes, calculations and what a device notes by itself: computed anew.
  private static boolean isComputed(String name, Definition definition) {
    return item(name.replace('-', '/'), definition)
        .or(() -> item(name, definition))
        .filter(placed ->
            placed.item().type().isMetadata() || placed.item().type().compareTo(ItemType.NOTE) >= 0)
        .isPresent();
  }

  static Optional<PlacedItem> item(String path, Definition definition) {
    return definition.find(path.replaceAll("\\[\\d{1,3}]", ""));
  }
}
