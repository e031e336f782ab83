package cabildo.instruments.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// One unit of each shipped rule set, worked out by hand.
class ShippedRulesTest {

  /// Budget 2 of 3 clauses: 20 of 30; minutes of three years, two count: 20 of 20; pay does not
  /// apply, so that its 10 points are shared: 60 × 40/50 = 48. Spaces 15 of 25. Attention 15 of 15
  /// and 5 extra. 48 + 15 + 20 = 83.
  @Test
  void pointsAreAddedWithClausesAndExtraPointsAndWithoutWhatDoesNotApply() {
    Score score =
        score(
            "cimtra-like",
            "information/budget/income=yes",
            "information/budget/spending=yes",
            "information/budget/debt=no",
            "information/minutes=y1 y2 y3",
            "information/salaries=na",
            "spaces/open_sessions=yes",
            "spaces/committees=no",
            "attention/window=yes",
            "attention/extra=yes",
            "attention/informative=yes");
    is(score, "information", "48");
    is(score, "attention", "20");
    is(score, "total", "83");
    assertThat(score.root().dropped()).containsExactly("salaries");
    assertThat(score.root().applicable()).hasSize(7).doesNotContain("salaries");
    assertThat(score.band(score.scoring().bands().getFirst()).orElseThrow().name())
        .isEqualTo("approved");
  }

  /// Regulation 2 of 3. Service .1 desk + .2 × 0 + .3 × 3/4 in time + .4 × 2/4 = .525. Mark 2.5 ×
  /// 2/3 + 7.5 × .525 = 5.604.
  @Test
  void fourRequestsAreOneMeasureAndTwentyWorkingDaysAreInTime() {
    Score score = score("ebt-like", requests("regulation/sanctions=no"));
    is(score, "in_time", "0.75");
    is(score, "conforming", "0.5");
    is(score, "service", "0.525");
    is(score, "mark", "5.604");
  }

  @Test
  void aSiteThatIsDownBlocksTheMarkAndIsNamed() {
    Score score = score("ebt-like", requests("regulation/sanctions=down"));
    assertThat(score.root().value()).isNull();
    assertThat(score.root().blocking()).containsExactly("sanctions");
    assertThat(score.part("sanctions").why()).isEqualTo(Absence.NOT_ACCESSIBLE);
    is(score, "service", "0.525");
  }

  /// Budget 15 + 15 + 30 + 0 + 20 = 80; spending 15 + 15 + 0 + 20 + 0 = 50. Mean 65, one is open.
  @Test
  void openDataArePercentagesAndOnlyWhatIsOpenInEveryWayIsCounted() {
    Score score =
        score(
            "open-data-index-like",
            "budget/online=yes",
            "budget/free=yes",
            "budget/licence=yes",
            "budget/current=no",
            "budget/formats=pdf csv",
            "spending/online=yes",
            "spending/free=yes",
            "spending/licence=unsure",
            "spending/current=yes",
            "spending/formats=pdf");
    is(score, "budget", "80");
    is(score, "spending", "50");
    is(score, "place", "65");
    is(score, "open_sets", "1");
    assertThat(score.root().answered()).hasSize(9).doesNotContain("spending_licence");
  }

  /// Institution 1 of the 2 that apply; contracts .6: 100 × (.6 × .5 + .4 × .6) = 54.
  @Test
  void whatDoesNotApplyIsNoZero() {
    Score score =
        score(
            "ita-like",
            "organisation/structure=yes",
            "organisation/directory=no",
            "organisation/schools=na",
            "contracts/plan=no",
            "contracts/signed=yes");
    is(score, "index", "54");
    assertThat(score.band(score.scoring().bands().getFirst()).orElseThrow().name())
        .isEqualTo("middle");
    assertThat(score.scoring().rules().values()).allMatch(Rule::needsEvidence);
    assertThat(Sensitivity.of(score.scoring(), Map.of("a", score))).isEmpty();
  }

  /// Procurement 15/15; staff (3+2+1+0)/12 = .5 since one attribute does not apply; no subsidies.
  @Test
  void theGridIsReadByDutyAndWhatFallsShortIsLookedAtAgain() {
    Map<String, String> answers = new HashMap<>();
    List<String> attributes = List.of("published", "complete", "offices", "current", "format");
    List<String> staff = List.of("3", "2", "1", "0", "na");
    for (int i = 0; i < attributes.size(); i++) {
      answers.put("procurement/" + attributes.get(i), "3");
      answers.put("staff/" + attributes.get(i), staff.get(i));
      answers.put("grants/" + attributes.get(i), "na");
    }
    Score score = Score.of(ShippedRules.of("anac-like"), Answers.of(answers));
    is(score, "grid", "0.75");
    is(score, "full", "1");
    assertThat(score.belowFull()).containsOnlyKeys("staff");
    assertThat(score.root().dropped()).containsExactly("grants");
  }

  private static String[] requests(String sanctions) {
    return new String[] {
      sanctions,
      "regulation/published=yes",
      "regulation/appeals=yes",
      "service/desk=yes",
      "service/online=no",
      // Friday to the Friday four weeks later: twenty working days.
      "requests[1]/sent=2022-04-01",
      "requests[1]/answered=2022-04-29",
      "requests[1]/conforming=yes",
      "requests[2]/sent=2022-04-01",
      "requests[2]/answered=2022-05-02",
      "requests[2]/conforming=no",
      "requests[3]/sent=2022-04-01",
      "requests[3]/answered=2022-04-01",
      "requests[3]/conforming=yes",
      "requests[4]/sent=2022-04-01",
      "requests[4]/answered=2022-04-20",
      "requests[4]/conforming=no"
    };
  }

  private static Score score(String slug, String... answers) {
    Map<String, String> values = new HashMap<>();
    for (String answer : answers) {
      int at = answer.indexOf('=');
      values.put(answer.substring(0, at), answer.substring(at + 1));
    }
    return Score.of(ShippedRules.of(slug), Answers.of(values));
  }

  private static void is(Score score, String name, String expected) {
    BigDecimal value = score.value(name).orElseThrow();
    assertThat(value.setScale(3, java.math.RoundingMode.HALF_EVEN))
        .as(name)
        .isEqualByComparingTo(expected);
  }
}
