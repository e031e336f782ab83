package cabildo.members;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import cabildo.testing.PagesTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class OrganisationsTest {
  private static final LocalDate END = LocalDate.parse("2025-03-20");

  @Autowired Territories territories;
  @Autowired Organisations organisations;
  Atlas atlas;

  @BeforeEach
  void draw() {
    atlas = new Atlas(territories, organisations);
  }

  @Test
  void anOrganisationLivesUntilTheDayOnWhichItEnded() {
    atlas.organisation("gone", atlas.state, END);
    var gone = organisations.get("gone");
    assertThat(gone.isValidAt(END.minusDays(1))).isTrue();
    assertThat(gone.isValidAt(END)).isFalse();
    assertThat(organisations.validAt(END)).extracting(Organisation::slug).doesNotContain("gone");
  }

  @Test
  void theChainOfSuccessorsIsFollowedToItsEnd() {
    var first = atlas.organisation("first", atlas.state, null);
    var second = atlas.organisation("second", atlas.state, null);
    var third = atlas.organisation("third", atlas.state, null);
    organisations.end(Actor.program(), first.id(), END, second.id());
    organisations.end(Actor.program(), second.id(), END.plusYears(1), third.id());
    assertThat(organisations.successors(first.id()))
        .extracting(Organisation::slug)
        .containsExactly("second", "third");
    assertThat(organisations.predecessors(third.id()))
        .extracting(Organisation::slug)
        .containsExactly("second");
    assertThat(organisations.get("first").validTo()).isEqualTo(END);
  }

  @Test
  void aRingOfSuccessorsIsFollowedOnce() {
    var first = atlas.organisation("first", atlas.state, null);
    var second = atlas.organisation("second", atlas.state, null);
    var third = atlas.organisation("third", atlas.state, null);
    organisations.end(Actor.program(), first.id(), END, second.id());
    organisations.end(Actor.program(), second.id(), END, third.id());
    organisations.end(Actor.program(), third.id(), END, second.id());
    assertThat(organisations.successors(first.id()))
        .extracting(Organisation::slug)
        .containsExactly("second", "third");
    assertThat(organisations.successors(second.id()))
        .extracting(Organisation::slug)
        .containsExactly("third");
  }

  @Test
  void theLivingStandBeforeThoseThatEnded() {
    atlas.organisation("a-gone", atlas.middle, END);
    atlas.organisation("b-here", atlas.middle, null);
    assertThat(organisations.ofTerritory(atlas.middle.id()))
        .extracting(Organisation::slug)
        .containsExactly("b-here", "a-gone");
  }

  @Test
  void aPersonWhoHoldsAPostNeedsNoAccount() {
    var body = atlas.organisation("body", atlas.state, null);
    organisations.appoint(
        Actor.program(),
        new Mandate(
            Ids.next(),
            body.id(),
            "Ana Prueba",
            LocalText.both("Titular", "Head"),
            END,
            null,
            true));
    assertThat(organisations.mandates(body.id()))
        .extracting(Mandate::personName)
        .containsExactly("Ana Prueba");
  }
}
