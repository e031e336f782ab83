package cabildo.studies.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.statistics.cli.StatisticsCommand;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class PlanPagesTest {
  private static final String PLAN = "/en/studies/prueba-de-muestra/plan";
  private static final String DRAW = "/en/studies/prueba-de-muestra/draw";

  @Autowired Site site;
  @Autowired Database database;
  @Autowired Studies studies;
  @Autowired Phases phases;
  @Autowired Draws draws;
  @TempDir Path folder = Path.of("");
  UUID studyId = Ids.next();

  @BeforeEach
  void aStudy() {
    LocalText title = LocalText.of(Lang.ES, "Prueba de muestra");
    studies.add(
        Actor.program(),
        new Study(
            studyId,
            "prueba-de-muestra",
            title,
            title,
            one("members.territory where code = '15'"),
            one("members.organisation where acronym = 'INFOEM'"),
            null,
            null,
            true,
            0));
  }

  @Test
  void thePlannerShowsWhatEachPromiseCosts() {
    String page = site.as("beto").get(PLAN).main();
    assertThat(page).contains("Conclusive for the state", "Conclusive in each municipality");
    assertThat(page).as("125 municipalities to ±10 points").contains("15,567");
    assertThat(site.asVisitor().get(PLAN).status()).isEqualTo(404);
    assertThat(site.as("ana").get(PLAN).status()).isEqualTo(403);
  }

  @Test
  void aDraftIsKeptAndAFaultStandsBesideItsField() {
    assertThat(post("beto", PLAN, Map.of("stateMargin", "4")).status()).isEqualTo(303);
    assertThat(site.as("beto").get(PLAN).page().select("#stateMargin").val()).isEqualTo("4");
    Site.Seen seen = post("beto", PLAN, Map.of("stateMargin", "mucho", "persons", "Al azar"));
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("Enter a number from 0.5 to 20");
    assertThat(seen.page().select("#persons").text()).isEqualTo("Al azar");
    assertThat(post("ana", PLAN, Map.of()).status()).isEqualTo(403);
  }

  @Test
  void aPlanIsRegisteredOnceWithItsSeedAndThenPublicAndFrozen() {
    Site.Seen incomplete = post("beto", PLAN + "/registration", Map.of());
    assertThat(incomplete.errors()).contains("Say how people", "Say where the seed comes from");
    assertThat(register("semilla-de-prueba").status()).isEqualTo(303);
    assertThat(phases.has(studyId, Phase.Name.REGISTERED)).isTrue();
    assertThat(site.asVisitor().get(PLAN).main())
        .contains("When a figure will be conclusive", "is the SHA-256 of the seed")
        .doesNotContain("semilla-de-prueba");
    assertThat(post("beto", PLAN, Map.of()).status()).isEqualTo(409);
    assertThat(register("otra-semilla-larga").status()).isEqualTo(409);
    assertThat(post("ana", PLAN + "/registration", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void theDrawTakesTheCommittedSeedAndNoOther() {
    register("semilla-de-prueba");
    assertThat(site.as("ana").post(DRAW, "seed", "semilla-de-prueba").status()).isEqualTo(403);
    assertThat(site.as("beto").post(DRAW, "seed", "otra cosa distinta").errors())
        .contains("not the seed");
    assertThat(site.as("beto").post(DRAW, "seed", "semilla-de-prueba").status()).isEqualTo(303);
    assertThat(site.as("beto").post(DRAW, "seed", "semilla-de-prueba").status()).isEqualTo(409);
    assertThat(site.asVisitor().get(DRAW).main())
        .contains("40 municipalities were drawn", "./cabildo statistics draw");
  }

  @Test
  void weightsAddUpToTheAdultsOfTheState() {
    register("semilla-de-prueba");
    site.as("beto").post(DRAW, "seed", "semilla-de-prueba");
    List<SampledUnit> units = draws.units(studyId);
    double people = units.stream().mapToDouble(unit -> unit.weight() * unit.completes()).sum();
    long adults =
        database
            .sql("select sum(adults) from members.territory where level = 'municipality'")
            .count();
    assertThat(people / adults).isCloseTo(1, within(0.25));
    double byChance =
        units.stream()
            .filter(unit -> !unit.isCertain())
            .mapToDouble(SampledUnit::weight)
            .max()
            .orElseThrow();
    assertThat(units.stream().filter(unit -> !unit.isCertain()))
        .as("everybody who is drawn by chance weighs the same")
        .allSatisfy(unit -> assertThat(unit.weight()).isCloseTo(byChance, within(1e-6)));
  }

  /// With the published files and the command that the page names.
  @Test
  void anyoneRepeatsTheDrawOnTheCommandLine() throws Exception {
    register("semilla-de-prueba");
    site.as("beto").post(DRAW, "seed", "semilla-de-prueba");
    Path frame = folder.resolve("frame.csv");
    Files.writeString(
        frame, site.asVisitor().get("/en/studies/prueba-de-muestra/frame.csv").text());
    Path sample = folder.resolve("sample.csv");
    int code =
        StatisticsCommand.run(
            "draw",
            frame.toString(),
            "--id",
            "code",
            "--n",
            "40",
            "--size",
            "size",
            "--seed",
            "semilla-de-prueba",
            "-o",
            sample.toString());
    assertThat(code).isZero();
    Map<String, Double> drawn = new HashMap<>();
    try (var lines = CsvReader.builder().ofNamedCsvRecord(Files.readString(sample))) {
      lines.forEach(line ->
          drawn.put(line.getField("code"), Double.parseDouble(line.getField("probability"))));
    }
    assertThat(draws.units(studyId))
        .hasSize(40)
        .allSatisfy(unit ->
            assertThat(drawn.get(unit.code())).isCloseTo(unit.probability(), within(1e-12)));
  }

  private Site.Seen register(String seed) {
    return post(
        "beto",
        PLAN + "/registration",
        Map.of("persons", "Manzanas y viviendas al azar", "seedCommitment", seed));
  }

  private Site.Seen post(String who, String path, Map<String, String> changed) {
    Map<String, String> fields = new HashMap<>();
    fields.put("template", "state_only");
    fields.put("municipalityMargin", "10");
    fields.put("stateMargin", "3.5");
    fields.put("municipalityDeff", "1.3");
    fields.put("weightDeff", "1.1");
    fields.put("correlation", "0.03");
    fields.put("drawnUnits", "40");
    fields.put("responseRate", "45");
    fields.put("costPerComplete", "350");
    fields.put("costPerUnit", "8000");
    fields.put("coverage", "95");
    fields.put("fieldworkFrom", "2026-03-02");
    fields.put("fieldworkTo", "2026-04-30");
    fields.putAll(changed);
    return site.as(who)
        .post(
            path,
            fields.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new));
  }

  private UUID one(String where) {
    return database.sql("select id from " + where).get(UUID.class);
  }
}
