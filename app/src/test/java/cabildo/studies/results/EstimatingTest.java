package cabildo.studies.results;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatingTest {
  @Test
  void whatIsWithheldDoesNotFollowFromTheOthers() {
    List<Figure> shown =
        Estimating.protect(List.of(figure("a", 40), figure("b", 7), few("c"), figure("d", 0)));
    assertThat(shown)
        .extracting(Figure::choice, Figure::isWithheld)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", false),
            org.assertj.core.groups.Tuple.tuple("b", true),
            org.assertj.core.groups.Tuple.tuple("c", true),
            org.assertj.core.groups.Tuple.tuple("d", false));
    assertThat(shown.get(1).n()).isZero();
  }

  @Test
  void twoThatAreWithheldProtectEachOther() {
    List<Figure> figures = List.of(figure("a", 40), few("b"), few("c"));
    assertThat(Estimating.protect(figures)).isEqualTo(figures);
  }

  private static Figure figure(String choice, long n) {
    return new Figure(choice, label(choice), n, 0.1, null, null, null, false);
  }

  private static Figure few(String choice) {
    return new Figure(choice, label(choice), 0, null, null, null, null, true);
  }

  private static LocalText label(String choice) {
    return LocalText.of(Lang.ES, choice);
  }
}
