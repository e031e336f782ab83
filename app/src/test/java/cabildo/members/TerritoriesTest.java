package cabildo.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import cabildo.testing.PagesTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class TerritoriesTest {
  @Autowired Territories territories;
  @Autowired Organisations organisations;
  @Autowired Subjects subjects;
  @Autowired Ledger ledger;
  Atlas atlas;

  @BeforeEach
  void draw() {
    atlas = new Atlas(territories, organisations);
  }

  @Test
  void aMunicipalityIsPutIntoItsStratumByItsPopulation() {
    assertThat(territories.get(atlas.large.slug()).sizeStratum()).isEqualTo("500000-and-over");
    assertThat(territories.get(atlas.small.slug()).sizeStratum()).isEqualTo("under-15000");
    assertThat(territories.get(atlas.state.slug()).sizeStratum()).isNull();
  }

  @Test
  void theWayUpBeginsWithTheCountry() {
    assertThat(territories.ancestors(atlas.small.id()))
        .extracting(Territory::slug)
        .containsExactly("testland", "test-state");
    assertThat(territories.ancestors(atlas.country.id())).isEmpty();
  }

  @Test
  void childrenAreThoseDirectlyBelow() {
    assertThat(territories.children(atlas.country.id()))
        .extracting(Territory::code)
        .containsExactly("99");
    assertThat(territories.children(atlas.state.id()))
        .extracting(Territory::code)
        .containsExactly("99001", "99002", "99003");
  }

  @Test
  void aTerritoryIsFoundByItsOfficialCode() {
    assertThat(territories.findByCode("99002")).map(Territory::slug).contains("san-opalo");
    assertThat(territories.findByCode("99999")).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> territories.get("nowhere"))
        .isInstanceOfSatisfying(
            Problem.Stop.class, stop -> assertThat(stop.problem().status()).isEqualTo(404));
  }

  @Test
  void figuresThatAreNotHeldStayAbsent() {
    assertThat(territories.get("testland").adults()).isNull();
    assertThat(territories.get("testland").seatLat()).isNull();
  }

  @Test
  void everyTerritoryIsASubjectUnderItsParentAndLeavesALine() {
    assertThat(subjects.chain(atlas.small.id()))
        .extracting(subject -> subject.path())
        .containsExactly(
            "/members/santa-turquesa-nandu", "/members/test-state", "/members/testland");
    assertThat(ledger.of(atlas.small.id(), 5))
        .extracting(Ledger.Entry::deed)
        .containsExactly("territory.added");
  }
}
