package cabildo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.kernel.Actor;
import cabildo.kernel.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeparationTest {
  private static final UUID TOLUCA = new UUID(1, 1);
  private static final UUID METEPEC = new UUID(2, 2);

  @Test
  void theLiaisonOfAPlanIsNotItsEvaluator() {
    assertThat(forbidden(Role.LIAISON, TOLUCA, Role.EVALUATOR, TOLUCA)).isTrue();
    assertThat(forbidden(Role.EVALUATOR, TOLUCA, Role.OFFICER, TOLUCA)).isTrue();
  }

  @Test
  void theLiaisonOfOnePlanMayAssessAnother() {
    assertThat(forbidden(Role.LIAISON, TOLUCA, Role.EVALUATOR, METEPEC)).isFalse();
  }

  @Test
  void whoAssessesEverythingCarriesNothing() {
    assertThat(forbidden(Role.EVALUATOR, null, Role.LIAISON, METEPEC)).isTrue();
    assertThat(forbidden(Role.OFFICER, METEPEC, Role.EVALUATOR, null)).isTrue();
  }

  @Test
  void otherRolesGoTogether() {
    assertThat(forbidden(Role.OFFICER, TOLUCA, Role.LIAISON, TOLUCA)).isFalse();
    assertThat(forbidden(Role.EVALUATOR, TOLUCA, Role.MODERATOR, null)).isFalse();
  }

  private static boolean forbidden(
      Role held, @Nullable UUID where, Role added, @Nullable UUID there) {
    return Separation.forbids(List.of(new Actor.Grant(held, where)), new Actor.Grant(added, there));
  }
}
