package cabildo.studies.fieldwork;

import static cabildo.studies.fieldwork.ExpectationTest.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NextInvitationTest {
  @Test
  void whereNobodyHasAnsweredComesFirst() {
    var next = NextInvitation.of(List.of(unit(1, 9, 100, 0, 0, 50), unit(2, 9, 100, 0, 0, 0)), 0.5);
    assertThat(next).extracting(one -> one.unit().number()).containsExactly(2, 1);
    // 0.5 · 100²/(1·2) of 100²/51 + 100²/1
    assertThat(next.getFirst().gain()).isCloseTo(0.25 / (1 + 1 / 51.0), within(1e-9));
    assertThat(next.getFirst().invitations()).isEqualTo(200);
  }

  @Test
  void whatIsOnItsWayCounts() {
    var next = NextInvitation.of(List.of(unit(1, 9, 100, 200, 200, 0)), 0.5);
    assertThat(next).as("200 young invitations at one half will do").isEmpty();
  }

  @Test
  void anOldInvitationIsLostAndLowersTheResponseToExpect() {
    var next = NextInvitation.of(List.of(unit(1, 9, 100, 200, 0, 20)), 0.5).getFirst();
    assertThat(next.responseRate()).isCloseTo((20 + 20 * 0.5) / 220, within(1e-12));
    assertThat(next.expected()).isEqualTo(20);
    assertThat(next.invitations()).isEqualTo(587);
  }

  @Test
  void thePlanDecidesBetweenPlacesThatAreAlike() {
    var next = NextInvitation.of(List.of(unit(1, 9, 50, 0, 0, 10), unit(2, 9, 100, 0, 0, 10)), 0.5);
    assertThat(next).extracting(one -> one.unit().number()).containsExactly(2, 1);
  }

  @Test
  void wherePeopleAnswerMoreAnInvitationIsWorthMore() {
    var eager = unit(1, 9, 100, 40, 0, 30);
    var slow = unit(2, 9, 100, 300, 0, 30);
    var next = NextInvitation.of(List.of(slow, eager), 0.5);
    assertThat(next).extracting(one -> one.unit().number()).containsExactly(1, 2);
  }

  @Property
  void whateverIsCountedTheGainIsAShareAndTheResponseAProbability(
      @ForAll @IntRange(min = 0, max = 3000) int planned,
      @ForAll @IntRange(min = 0, max = 9000) int issued,
      @ForAll @IntRange(min = 0, max = 9000) int recent,
      @ForAll @IntRange(min = 0, max = 9000) int answers) {
    var units =
        List.of(
            unit(1, 9, planned, issued, Math.min(recent, issued), answers),
            unit(2, 9, 10, 20, 0, 3));
    assertThat(NextInvitation.of(units, 0.45))
        .allSatisfy(one -> {
          assertThat(one.gain()).isBetween(0.0, 1.0);
          assertThat(one.responseRate()).isBetween(0.0, 1.0);
          assertThat(one.invitations()).isPositive();
        });
  }
}
