package cabildo.members;

import cabildo.kernel.Lang;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Territories as RFC 4180 text. A value that is not held is an empty cell, never zero, and every
/// row says where its figures come from and that the adults were derived.
final class TerritoryCsv {
  private static final List<String> HEADER =
      List.of(
          "code",
          "name",
          "level",
          "parent_code",
          "size_stratum",
          "census_year",
          "population",
          "adults_derived",
          "female",
          "male",
          "indigenous_speakers_aged_3_and_over",
          "households",
          "households_with_internet",
          "seat_lat",
          "seat_lon",
          "slug",
          "source");

  private TerritoryCsv() {}

  static String of(Lang lang, List<Territory> territories) {
    Map<UUID, Territory> byId =
        territories.stream().collect(Collectors.toMap(Territory::id, Function.identity()));
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      territories.forEach(territory -> csv.writeRecord(row(lang, territory, byId)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> row(Lang lang, Territory territory, Map<UUID, Territory> byId) {
    Territory parent = territory.parentId() == null ? null : byId.get(territory.parentId());
    return List.of(
        territory.code(),
        territory.name().in(lang).text(),
        territory.level().code(),
        parent == null ? "" : parent.code(),
        cell(territory.sizeStratum()),
        cell(territory.censusYear()),
        cell(territory.population()),
        cell(territory.adults()),
        cell(territory.female()),
        cell(territory.male()),
        cell(territory.indigenousSpeakers()),
        cell(territory.households()),
        cell(territory.householdsWithInternet()),
        cell(territory.seatLat()),
        cell(territory.seatLon()),
        territory.slug(),
        source(territory.censusYear()));
  }

  /// Named as its terms of use ask.
  private static String source(int year) {
    return "INEGI, Censo de Población y Vivienda "
        + year
        + " y Marco Geoestadístico; elaboración propia";
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
