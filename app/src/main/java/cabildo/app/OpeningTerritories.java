package cabildo.app;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/// Fills an empty database with the country, the state and its 125 municipalities of the census of
/// 2020, in every mode, before the program says that it is ready.
@Component
public class OpeningTerritories implements SmartInitializingSingleton {
  private static final int CENSUS_YEAR = 2020;

  /// Names that differ by language; a municipality is called the same in all.
  private static final Map<String, LocalText> NAMES =
      Map.of(
          "MX", LocalText.both("México", "Mexico"),
          "15", LocalText.both("Estado de México", "Mexico State"));

  private final Database database;
  private final Clock clock;
  private final TransactionOperations transactions;

  public OpeningTerritories(Database database, Clock clock, TransactionOperations transactions) {
    this.database = database;
    this.clock = clock;
    this.transactions = transactions;
  }

  @Override
  public void afterSingletonsInstantiated() {
    open();
  }

  /// Loads the territories unless there are some.
  public void open() {
    transactions.executeWithoutResult(_ -> {
      if (isFirst(database)
          && database.sql("select count(*) from members.territory").count() == 0) {
        load();
      }
    });
  }

  /// Waits until no other node is filling the same database; until the end of the transaction.
  public static boolean isFirst(Database database) {
    return database.sql("select true from pg_advisory_xact_lock(20220223)").isTrue();
  }

  private void load() {
    InBulk rows = new InBulk("ledger.subject", "members.territory");
    List<JsonNode> strata =
        Json.read(text("definitions/strata.json")).path("strata").valueStream().toList();
    Map<String, UUID> ids = new HashMap<>();
    for (NamedCsvRecord line : lines()) {
      add(rows, line, ids, strata);
    }
    rows.writeTo(database);
  }

  private void add(InBulk rows, NamedCsvRecord line, Map<String, UUID> ids, List<JsonNode> strata) {
    UUID id = ids.computeIfAbsent(line.getField("code"), _ -> Ids.next());
    UUID parentId = ids.get(line.getField("parent"));
    LocalText name =
        NAMES.getOrDefault(line.getField("code"), LocalText.of(Lang.ES, line.getField("name")));
    String slug = line.getField("slug");
    rows.row("ledger.subject")
        .with("id", id)
        .with("kind", "territory")
        .with("parent_id", parentId)
        .with("path", "/members/" + slug)
        .with("title", name)
        .with("created_at", clock.instant());
    rows.row("members.territory")
        .with("id", id)
        .with("parent_id", parentId)
        .with("level", line.getField("level"))
        .with("code", line.getField("code"))
        .with("slug", slug)
        .with("name", name)
        .with("census_year", CENSUS_YEAR)
        .with("population", figure(line, "population"))
        .with("adults", figure(line, "adults"))
        .with("female", figure(line, "female"))
        .with("male", figure(line, "male"))
        .with("indigenous_speakers", figure(line, "indigenous_speakers"))
        .with("households", figure(line, "households"))
        .with("households_with_internet", figure(line, "households_with_internet"))
        .with("seat_lat", figure(line, "seat_lat"))
        .with("seat_lon", figure(line, "seat_lon"))
        .with("size_stratum", stratum(line, strata));
  }

  /// An empty cell means "not held here", never zero.
  private static @Nullable String figure(NamedCsvRecord line, String column) {
    String cell = line.getField(column);
    return cell.isEmpty() ? null : cell;
  }

  private static @Nullable String stratum(NamedCsvRecord line, List<JsonNode> strata) {
    if (!line.getField("level").equals("municipality")) {
      return null;
    }
    int population = Integer.parseInt(line.getField("population"));
    return strata.stream()
        .filter(stratum -> stratum.path("from").asInt() <= population)
        .reduce((_, higher) -> higher)
        .orElseThrow()
        .path("slug")
        .asString();
  }

  private static List<NamedCsvRecord> lines() {
    var reader =
        CsvReader.builder().ofNamedCsvRecord(text("definitions/territories/mexico-state.csv"));
    return StreamSupport.stream(reader.spliterator(), false).toList();
  }

  private static String text(String resource) {
    try {
      return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
