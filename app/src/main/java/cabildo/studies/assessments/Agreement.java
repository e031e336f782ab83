package cabildo.studies.assessments;

import cabildo.instruments.ItemType;
import cabildo.instruments.PlacedItem;
import cabildo.statistics.agreement.CohenKappa;
import cabildo.statistics.agreement.KrippendorffAlpha;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far two blind coders agree on the items of one choice, states included as categories of
/// their own. Items share their categories by name, since one assessment alone has few of each.
///
/// @param items that both coded
/// @param same on which they said the same
/// @param alpha Krippendorff's, nominal; absent where it is not defined
/// @param kappa Cohen's; absent where it is not defined
public record Agreement(int items, int same, @Nullable Double alpha, @Nullable Double kappa) {

  static Agreement of(
      List<PlacedItem> asked, Map<String, GivenAnswer> one, Map<String, GivenAnswer> other) {
    List<String> categories = new ArrayList<>();
    List<int[]> pairs = new ArrayList<>();
    for (PlacedItem placed : asked) {
      GivenAnswer first = one.get(placed.path());
      GivenAnswer second = other.get(placed.path());
      if (placed.item().type() == ItemType.SELECT_ONE
          && first != null
          && second != null
          && first.said().isAnswered()
          && second.said().isAnswered()) {
        pairs.add(new int[] {category(categories, first), category(categories, second)});
      }
    }
    return of(pairs, categories.size());
  }

  private static Agreement of(List<int[]> pairs, int categories) {
    double[][] raters = new double[2][pairs.size()];
    double[][] counts = new double[categories][categories];
    int same = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int[] pair = pairs.get(i);
      raters[0][i] = pair[0];
      raters[1][i] = pair[1];
      counts[pair[0]][pair[1]]++;
      same += pair[0] == pair[1] ? 1 : 0;
    }
    return new Agreement(
        pairs.size(),
        same,
        KrippendorffAlpha.NOMINAL.of(raters),
        CohenKappa.of(counts, CohenKappa.Weights.NONE).kappa());
  }

  private static int category(List<String> known, GivenAnswer answer) {
    String word = answer.value() == null ? "(" + answer.state() + ")" : answer.value();
    if (!known.contains(word)) {
      known.add(word);
    }
    return known.indexOf(word);
  }
}
