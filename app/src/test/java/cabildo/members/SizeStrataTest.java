package cabildo.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.db.Json;
import cabildo.kernel.Lang;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SizeStrataTest {
  private final SizeStrata strata = new SizeStrata();

  @Property
  void everyPopulationHasExactlyOneStratum(@ForAll @IntRange(min = 0) int population) {
    assertThat(strata.all().stream().filter(stratum -> stratum.holds(population))).hasSize(1);
  }

  @Test
  void aBorderBelongsToTheStratumAboveIt() {
    assertThat(strata.of(14_999).slug()).isEqualTo("under-15000");
    assertThat(strata.of(15_000).slug()).isEqualTo("15000-49999");
  }

  @Test
  void everyStratumHasANameInBothLanguages() {
    assertThat(strata.all())
        .allSatisfy(stratum -> assertThat(stratum.name().texts()).containsKeys("es", "en"))
        .allSatisfy(stratum -> assertThat(stratum.name().in(Lang.EN).text()).contains("people"));
  }

  @Test
  void aDefinitionWithAGapIsRefused() {
    var gap =
        Json.read(
            """
            {"strata": [
              {"slug": "a", "from": 0, "below": 10, "name": {"es": "a"}},
              {"slug": "b", "from": 11, "below": null, "name": {"es": "b"}}]}
            """);
    assertThatThrownBy(() -> new SizeStrata(gap)).hasMessageContaining("gap before b");
  }
}
