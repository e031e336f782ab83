package cabildo.instruments.scoring;

import cabildo.instruments.scoring.Score.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which rule would lift a node most if its gap were closed.
public final class Gaps {
  private Gaps() {}

  /// @param gain what the node would gain if this rule alone had a full mark
  public record Gap(String rule, BigDecimal value, BigDecimal gain) {}

  /// The largest gain first; rules without a gap or without effect are not there. Empty when the
  /// node has no value.
  public static List<Gap> of(Score score, String node) {
    BigDecimal now = score.value(node).orElse(null);
    if (now == null) {
      return List.of();
    }
    Map<String, Part> measured = new HashMap<>();
    score.scoring().rules().keySet().forEach(name -> measured.put(name, score.part(name)));
    List<Gap> gaps = new ArrayList<>();
    for (String rule : score.scoring().rules().keySet()) {
      BigDecimal value = score.part(rule).value();
      if (value == null || value.compareTo(BigDecimal.ONE) >= 0) {
        continue;
      }
      Map<String, Part> closed = new HashMap<>(measured);
      closed.put(rule, Score.measured(rule, BigDecimal.ONE));
      Score.of(score.scoring(), closed)
          .value(node)
          .map(then -> then.subtract(now))
          .filter(gain -> gain.signum() > 0)
          .ifPresent(gain -> gaps.add(new Gap(rule, value, gain)));
    }
    gaps.sort(Comparator.comparing(Gap::gain).reversed());
    return gaps;
  }
}
