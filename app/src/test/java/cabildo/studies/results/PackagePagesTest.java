package cabildo.studies.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.instruments.Digest;
import cabildo.statistics.cli.StatisticsCommand;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A stranger with the package and the program gets the draw and the figures that were published.
@PagesTest
class PackagePagesTest {
  private static final String STUDY = "/en/studies/apertura-municipal-2024";
  private static final String SEED = "/en/studies/apertura-municipal-2022";

  @Autowired Site site;
  @Autowired Database database;
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void unpack() throws IOException {
    Site.Seen seen = site.asVisitor().get(STUDY + "/package.zip");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.response().getContentType()).isEqualTo("application/zip");
    try (var zip =
        new ZipInputStream(new ByteArrayInputStream(seen.response().getContentAsByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
      }
    }
  }

  @Test
  void everyFileIsWhatItsHashSays() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("SHA256SUMS"));
    assertThat(lines).hasSize(8);
    for (String line : lines) {
      String[] parts = line.split("  ", 2);
      assertThat(Digest.of(Files.readAllBytes(folder.resolve(parts[1])))).isEqualTo(parts[0]);
    }
    assertThat(Digest.of(Files.readAllBytes(folder.resolve("plan.json"))))
        .as("the plan as it was registered")
        .isEqualTo(one("plan p", "p.sha256"));
    assertThat(Digest.of(Files.readAllBytes(folder.resolve("frame.csv"))))
        .as("the frame as it was committed to")
        .isEqualTo(one("plan p join studies.frame f on f.id = p.frame_id", "f.sha256"));
  }

  @Test
  void theCommandOfTheReadmeRepeatsTheDraw() throws IOException {
    String seed = one("plan p join studies.draw d on d.plan_id = p.id", "d.seed");
    List<NamedCsvRecord> published = csv("draw.csv");
    String n = String.valueOf(published.size());
    assertThat(Files.readString(folder.resolve("README.txt")))
        .contains(
            "./cabildo statistics draw frame.csv --id code --n "
                + n
                + " --size size --seed '"
                + seed
                + "' -o drawn.csv");
    run(
        "draw",
        path("frame.csv"),
        "--id",
        "code",
        "--n",
        n,
        "--size",
        "size",
        "--seed",
        seed,
        "-o",
        path("drawn.csv"));
    Map<String, Double> drawn = new HashMap<>();
    csv("drawn.csv").forEach(line -> drawn.put(line.getField("code"), number(line, "probability")));
    assertThat(drawn).hasSize(published.size());
    assertThat(published)
        .allSatisfy(line ->
            assertThat(drawn.get(line.getField("code")))
                .isCloseTo(number(line, "probability"), within(1e-9)));
  }

  /// A published figure is either computed again or named as joined for its small neighbours.
  @Test
  void everyPublishedFigureFollowsFromTheSums() throws IOException {
    run("figures", path("sums.json"), "-o", path("figures.csv"));
    Map<String, NamedCsvRecord> computed = new HashMap<>();
    csv("figures.csv")
        .forEach(line -> computed.put(line.getField("item") + " " + line.getField("choice"), line));
    Set<String> guarded = guarded();
    int compared = 0;
    for (NamedCsvRecord line : csv("results.csv")) {
      String name = line.getField("item") + " " + line.getField("choice");
      NamedCsvRecord figure = computed.remove(name);
      if (figure == null) {
        assertThat(line.getField("share").isEmpty() || guarded.contains(name)).as(name).isTrue();
        continue;
      }
      compared++;
      for (String column : List.of("share", "low", "high", "n", "base")) {
        assertThat(number(figure, column))
            .as(name + " " + column)
            .isCloseTo(number(line, column), within(1e-9));
      }
    }
    assertThat(computed).as("figures that were never published").isEmpty();
    assertThat(compared).isGreaterThan(10);
  }

  @Test
  void noEntryIsSmall() throws IOException {
    JsonNode sums = Json.read(Files.readString(folder.resolve("sums.json")));
    for (JsonNode item : sums.path("items")) {
      for (JsonNode entry : item.path("entries")) {
        assertThat(entry.path("n").asLong()).isNotIn(1L, 2L, 3L, 4L);
      }
    }
  }

  @Test
  void namesAreExplainedInBothLanguages() throws IOException {
    JsonNode codebook = Json.read(Files.readString(folder.resolve("codebook.json")));
    Set<String> explained = new HashSet<>();
    for (JsonNode item : codebook.path("items")) {
      assertThat(item.path("label").has("es")).isTrue();
      item.path("choices")
          .forEach(choice ->
              explained.add(item.path("item").asString() + " " + choice.path("choice").asString()));
    }
    assertThat(csv("results.csv"))
        .allMatch(
            line -> explained.contains(line.getField("item") + " " + line.getField("choice")));
  }

  @Test
  void thereIsNoPackageOfVolunteersOrBeforeThePublication() {
    assertThat(site.asVisitor().get(STUDY).text()).contains("/package.zip");
    assertThat(site.asVisitor().get(SEED).text()).doesNotContain("/package.zip");
    assertThat(site.asVisitor().get(SEED + "/package.zip").status()).isEqualTo(404);
    database
        .sql(
            """
            delete from studies.phase where phase = 'published' and study_id =
              (select id from studies.study where slug = 'apertura-municipal-2024')
            """)
        .change();
    assertThat(site.asVisitor().get("/es/studies/apertura-municipal-2024/package.zip").status())
        .isEqualTo(404);
  }

  private Set<String> guarded() throws IOException {
    JsonNode sums = Json.read(Files.readString(folder.resolve("sums.json")));
    Set<String> guarded = new HashSet<>();
    for (JsonNode item : sums.path("items")) {
      for (JsonNode entry : item.path("entries")) {
        entry
            .path("joined")
            .forEach(choice -> guarded.add(item.path("item").asString() + " " + choice.asString()));
      }
    }
    for (JsonNode item : sums.path("leftOut")) {
      for (NamedCsvRecord line : csv("results.csv")) {
        if (line.getField("item").equals(item.path("item").asString())) {
          guarded.add(line.getField("item") + " " + line.getField("choice"));
        }
      }
    }
    return guarded;
  }

  private static void run(String... arguments) {
    assertThat(StatisticsCommand.run(arguments)).isZero();
  }

  private String path(String file) {
    return folder.resolve(file).toString();
  }

  private List<NamedCsvRecord> csv(String file) throws IOException {
    List<NamedCsvRecord> lines = new ArrayList<>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(Files.readString(folder.resolve(file)))) {
      csv.forEach(lines::add);
    }
    return lines;
  }

  private static double number(NamedCsvRecord line, String column) {
    return Double.parseDouble(line.getField(column));
  }

  private String one(String from, String column) {
    return database
        .sql(
            "select "
                + column
                + " from studies."
                + from
                + " join studies.study s on s.id = p.study_id where s.slug = 'apertura-municipal-2024'")
        .get(String.class);
  }
}
