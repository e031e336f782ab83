package cabildo.instruments.scoring;

import cabildo.instruments.scoring.Score.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far the order of units depends on choices that could have been made otherwise: with equal
/// weights, with geometric means, and without each rule in turn.
public final class Sensitivity {
  private Sensitivity() {}

  /// @param rank 1 is the highest; equal scores share a rank
  /// @param best the best rank of all variants, `worst` the worst
  public record Ranked(String unit, BigDecimal value, int rank, int best, int worst) {}

  /// In the order of the ranks; units without a score are not there. Empty where the rules say that
  /// nobody is ranked.
  public static List<Ranked> of(Scoring scoring, Map<String, Score> units) {
    if (!scoring.isRanked()) {
      return List.of();
    }
    Map<String, BigDecimal> scores = values(scoring, units, null);
    Map<String, Integer> ranks = ranks(scores);
    List<Map<String, Integer>> variants = new ArrayList<>(List.of(ranks));
    variants.add(ranks(values(equal(scoring), units, null)));
    variants.add(ranks(values(geometric(scoring), units, null)));
    for (String rule : scoring.rules().keySet()) {
      variants.add(ranks(values(scoring, units, rule)));
    }
    return scores.keySet().stream()
        .map(unit -> {
          var all =
              variants.stream()
                  .flatMap(ranked -> Optional.ofNullable(ranked.get(unit)).stream())
                  .mapToInt(Integer::intValue)
                  .summaryStatistics();
          return new Ranked(
              unit,
              scores.getOrDefault(unit, BigDecimal.ZERO),
              ranks.getOrDefault(unit, 0),
              all.getMin(),
              all.getMax());
        })
        .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(Ranked::unit))
        .toList();
  }

  /// @param without a rule that is left out; absent = none
  private static Map<String, BigDecimal> values(
      Scoring scoring, Map<String, Score> units, @Nullable String without) {
    Map<String, BigDecimal> values = new HashMap<>();
    units.forEach((unit, score) -> {
      Map<String, Part> measured = new HashMap<>();
      scoring.rules().keySet().forEach(name -> measured.put(name, score.part(name)));
      if (without != null) {
        measured.put(without, Score.leftOut(without));
      }
      Score.of(scoring, measured).value(scoring.root()).ifPresent(value -> values.put(unit, value));
    });
    return values;
  }

  private static Map<String, Integer> ranks(Map<String, BigDecimal> scores) {
    List<BigDecimal> sorted = scores.values().stream().sorted(Comparator.reverseOrder()).toList();
    Map<BigDecimal, Integer> first = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      first.putIfAbsent(sorted.get(i).stripTrailingZeros(), i + 1);
    }
    Map<String, Integer> ranks = new HashMap<>();
    scores.forEach(
        (unit, score) -> ranks.put(unit, first.getOrDefault(score.stripTrailingZeros(), 0)));
    return ranks;
  }

  private static Scoring equal(Scoring scoring) {
    return scoring.with(
        scoring.nodes().stream()
            .map(node -> node.how().isWeighted() ? node.withEqualWeights() : node)
            .toList());
  }

  private static Scoring geometric(Scoring scoring) {
    return scoring.with(
        scoring.nodes().stream()
            .map(node ->
                node.how() == ScoreNode.How.MEAN ? node.with(ScoreNode.How.GEOMETRIC) : node)
            .toList());
  }
}
