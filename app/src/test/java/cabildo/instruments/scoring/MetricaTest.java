package cabildo.instruments.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cabildo.db.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The national metric of 2017, held against the scores that were published for 908 bodies.
class MetricaTest {
  private static final Path PUBLISHED = Path.of("../../shared/data/metrica-2017-scores.csv");
  private static final List<String> SUBINDICES = List.of("TG", "TC", "PG", "PC");

  @Test
  void publishedScoresOfEveryBodyAreComputedAgainFromTheSubindices() throws IOException {
    Scoring scoring = ShippedRules.of(withImportedSubindices());
    List<Map<String, String>> bodies = published();
    assertThat(bodies).hasSize(908);
    for (Map<String, String> body : bodies) {
      Map<String, String> answers = new HashMap<>(body);
      answers.keySet().retainAll(SUBINDICES);
      Score score = Score.of(scoring, Answers.of(answers));
      for (String node : List.of("T", "P", "GA")) {
        assertThat(score.value(node).orElseThrow())
            .as(body.get("obligated_subject") + " " + node)
            .isCloseTo(
                new BigDecimal(body.getOrDefault(node, "")), within(new BigDecimal("0.0011")));
      }
    }
  }

  @Test
  void bothWaysToTheIndexMeetAndAreExact() {
    Score score = Score.of(ShippedRules.of("metrica-2017"), answers());
    assertThat(score.value("TG")).hasValue(new BigDecimal("0.58"));
    assertThat(score.value("TC").orElseThrow()).isEqualByComparingTo("0.725");
    assertThat(score.value("PG").orElseThrow()).isEqualByComparingTo("0.599");
    assertThat(score.value("PC").orElseThrow()).isEqualByComparingTo("0.566");
    assertThat(score.value("GA").orElseThrow()).isEqualByComparingTo("0.6175");
    BigDecimal both = score.value("T").orElseThrow().add(score.value("P").orElseThrow());
    assertThat(both).isEqualByComparingTo("1.235");
    assertThat(score.band(score.scoring().bands().getFirst()).orElseThrow().name())
        .isEqualTo("passing");
    assertThat(score.kind()).hasValue("high_high");
    assertThat(score.root().answered()).hasSize(17).isEqualTo(score.root().applicable());
  }

  @Test
  void theWidestGapIsTheOneThatWouldLiftTheSubindexMost() {
    Score score = Score.of(ShippedRules.of("metrica-2017"), answers());
    Gaps.Gap first = Gaps.of(score, "PG").getFirst();
    assertThat(first.rule()).isEqualTo("Seg");
    assertThat(first.gain()).isEqualByComparingTo("0.3");
    assertThat(Gaps.of(score, "TG").getFirst().gain()).isEqualByComparingTo("0.2");
  }

  private static Answers answers() {
    Map<String, String> answers = new HashMap<>();
    String government = "transparency_government/";
    answers.put(government + "AI", "0.6");
    answers.put(government + "TR", "0.8");
    answers.put(government + "TP", "0.5");
    answers.put(government + "DA", "0.2");
    String citizens = "transparency_citizens/";
    answers.put(citizens + "Disp", "1");
    answers.put(citizens + "Clar", "0.75");
    answers.put(citizens + "Comp", "0.5");
    answers.put(citizens + "Cel_t", "0.65");
    String offered = "participation_government/";
    answers.put(offered + "Mec", "yes");
    answers.put(offered + "Act_g", "066");
    answers.put(offered + "Fun", "yes");
    answers.put(offered + "Form", "033");
    answers.put(offered + "Seg", "no");
    String used = "participation_citizens/";
    answers.put(used + "Met", "033");
    answers.put(used + "Recep", "yes");
    answers.put(used + "Act_c", "no");
    answers.put(used + "Cel_p", "1");
    return Answers.of(answers);
  }

  /// The shipped rules above the subindices, which are taken as they were published.
  private static JsonNode withImportedSubindices() {
    ObjectNode document = (ObjectNode) ShippedRules.document("metrica-2017");
    var items = document.putArray("items");
    ObjectNode scoring = (ObjectNode) document.path("scoring");
    ObjectNode rules = scoring.putObject("rules");
    for (String name : SUBINDICES) {
      items
          .addObject()
          .put("name", name)
          .put("type", "decimal")
          .set("label", Json.read("{\"es\": \"x\"}"));
      rules.putObject(name).put("measure", "imported").put("item", name);
      ((ObjectNode) scoring.path("nodes")).remove(name);
    }
    return document;
  }

  private static List<Map<String, String>> published() throws IOException {
    List<String> lines = Files.readAllLines(PUBLISHED);
    List<String> names = cells(lines.getFirst());
    List<Map<String, String>> bodies = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      Map<String, String> body = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        body.put(names.get(i), cells.get(i));
      }
      bodies.add(body);
    }
    return bodies;
  }

  /// Commas within quotes belong to the cell.
  private static List<String> cells(String line) {
    return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
  }
}
