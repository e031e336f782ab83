package cabildo.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cabildo.statistics.calibration.Calibration;
import cabildo.statistics.calibration.PostStratification;
import cabildo.statistics.data.Table;
import cabildo.statistics.design.DesignSpec;
import cabildo.statistics.design.Designs;
import cabildo.statistics.design.LonelyPsu;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Estimate;
import cabildo.statistics.estimate.TaylorEstimator;
import cabildo.statistics.sums.DrawnUnit;
import cabildo.statistics.sums.EstimatedTotals;
import cabildo.statistics.sums.RatioOfTotals;
import cabildo.statistics.sums.WeightedUnits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Figures from counts are those of the estimator that reads every person's row.
@NullMarked
class SumsTest {
  private static final int CLASSES = 2;
  private static final int ANSWERS = 4;
  private static final boolean[] ANSWERED = {true, true, true, false, true, true, true, false};

  /// Units with their counts, and the same people as rows.
  @SuppressWarnings("ArrayRecordComponent") // a matrix of counts is what the sums take
  private record World(WeightedUnits units, long[][] counts, Table rows) {
    static World of(long seed, boolean certain, int strata, int unitsEach) {
      Random random = new Random(seed);
      List<DrawnUnit> units = new ArrayList<>();
      List<long[]> counts = new ArrayList<>();
      for (int h = 0; h < strata; h++) {
        for (int i = 0; i < unitsEach; i++) {
          double size = 400 + random.nextInt(600);
          units.add(
              new DrawnUnit("u" + h + "." + i, "m" + h, "h" + h, size, size * (1 + h), certain));
          long[] n = new long[CLASSES * ANSWERS];
          for (int k = 0; k < 12 + random.nextInt(20); k++) {
            n[random.nextInt(n.length)]++;
          }
          counts.add(n);
        }
      }
      long[] sheets = counts.stream().mapToLong(n -> java.util.Arrays.stream(n).sum()).toArray();
      WeightedUnits weighted = WeightedUnits.of(units, sheets);
      return new World(weighted, counts.toArray(long[][]::new), rows(weighted, counts));
    }

    private static Table rows(WeightedUnits units, List<long[]> counts) {
      Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
      for (String name : List.of("stratum", "psu", "w", "N", "y", "sex", "home")) {
        columns.put(name, new ArrayList<>());
      }
      int person = 0;
      for (int u = 0; u < units.count(); u++) {
        DrawnUnit unit = units.units().get(u);
        for (int entry = 0; entry < CLASSES * ANSWERS; entry++) {
          for (int k = 0; k < counts.get(u)[entry]; k++) {
            person++;
            List<@Nullable String> row =
                java.util.Arrays.asList(
                    unit.certain() ? unit.code() : unit.stratum(),
                    unit.certain() ? "p" + person : unit.code(),
                    Double.toString(units.weight()[u]),
                    Double.toString(unit.size()),
                    entry % ANSWERS == 3 ? null : Integer.toString(entry % ANSWERS),
                    "s" + entry / ANSWERS,
                    unit.municipality());
            int column = 0;
            for (List<@Nullable String> cells : columns.values()) {
              cells.add(row.get(column++));
            }
          }
        }
      }
      return Table.of("people", 1, columns);
    }

    SurveyDesign design() {
      boolean certain = units.units().getFirst().certain();
      return Designs.of(
          rows,
          new DesignSpec(
              List.of("psu"),
              "stratum",
              "w",
              certain ? List.of("N") : List.of(),
              LonelyPsu.ADJUST,
              false));
    }

    double[] indicator(int answer) {
      double[] y = rows.numbers("y").clone();
      for (int k = 0; k < y.length; k++) {
        y[k] = Double.isNaN(y[k]) ? Double.NaN : y[k] == answer ? 1 : 0;
      }
      return y;
    }

    boolean[] rowsOf(String municipality) {
      boolean[] domain = new boolean[rows.rows()];
      for (int k = 0; k < domain.length; k++) {
        domain[k] = municipality.isEmpty() || municipality.equals(rows.text("home").get(k));
      }
      return domain;
    }

    EstimatedTotals totals(String municipality) {
      boolean[] domain = new boolean[units.count()];
      for (int u = 0; u < domain.length; u++) {
        domain[u] =
            municipality.isEmpty() || municipality.equals(units.units().get(u).municipality());
      }
      return EstimatedTotals.of(units, counts, ANSWERED, domain);
    }
  }

  private static double[] value(int answer) {
    double[] y = new double[CLASSES * ANSWERS];
    for (int entry = 0; entry < y.length; entry++) {
      y[entry] = entry % ANSWERS == 3 ? Double.NaN : entry % ANSWERS == answer ? 1 : 0;
    }
    return y;
  }

  private static int[] classes() {
    int[] classes = new int[CLASSES * ANSWERS];
    for (int entry = 0; entry < classes.length; entry++) {
      classes[entry] = entry / ANSWERS;
    }
    return classes;
  }

  @Test
  void sharesAndTheirErrorsAreThoseOfThePeopleThemselves() {
    for (long seed = 1; seed <= 20; seed++) {
      for (boolean certain : new boolean[] {true, false}) {
        World world = World.of(seed, certain, 3, certain ? 1 : 4);
        for (String place : List.of("", "m1")) {
          Estimate rows =
              TaylorEstimator.mean(world.design(), world.indicator(1), world.rowsOf(place), 0.95);
          EstimatedTotals totals = world.totals(place);
          RatioOfTotals ours = RatioOfTotals.of(totals, value(1), classes(), null);
          assertThat(ours.estimate()).isCloseTo(Numbers.orNaN(rows.estimate()), within(1e-12));
          assertThat(Math.sqrt(ours.variance())).isCloseTo(Numbers.orNaN(rows.se()), within(1e-12));
          assertThat(totals.df()).isEqualTo(rows.dfDomain());
          assertThat(ours.designEffect())
              .isCloseTo(Numbers.orNaN(rows.designEffects().withReplacement()), within(1e-9));
        }
      }
    }
  }

  @Test
  void postStratifiedSharesAreThoseOfTheCalibratedPeople() {
    for (long seed = 1; seed <= 20; seed++) {
      World world = World.of(seed, seed % 2 == 0, 3, 4);
      EstimatedTotals totals = world.totals("");
      double people = java.util.Arrays.stream(totals.total()).sum();
      SurveyDesign design = world.design();
      Calibration calibration =
          PostStratification.of(
              design.weights(),
              world.rows().text("sex"),
              Map.of("s0", 0.53 * people, "s1", 0.47 * people));
      Estimate rows =
          TaylorEstimator.mean(
              design.calibrated(calibration.weights(), calibration.residuals()),
              world.indicator(2),
              world.rowsOf(""),
              0.95);
      RatioOfTotals ours = RatioOfTotals.of(totals, value(2), classes(), new double[] {0.53, 0.47});
      assertThat(ours.estimate()).isCloseTo(Numbers.orNaN(rows.estimate()), within(1e-12));
      assertThat(Math.sqrt(ours.variance())).isCloseTo(Numbers.orNaN(rows.se()), within(1e-12));
    }
  }

  @Test
  void aUnitThatNobodyAnsweredIsMadeUpForByItsStratumUnlessItWasCertain() {
    List<DrawnUnit> drawn =
        List.of(
            new DrawnUnit("a", "m", "h", 100, 300, false),
            new DrawnUnit("b", "m", "h", 100, 100, false),
            new DrawnUnit("c", "m", "h", 100, 100, true));
    WeightedUnits units = WeightedUnits.of(drawn, new long[] {10, 0, 0});
    assertThat(units.weight()).containsExactly(40, 0, 0);
  }

  @Test
  void mergedAnswersKeepTheVarianceOfTheirSum() {
    World world = World.of(7, true, 3, 1);
    EstimatedTotals totals = world.totals("");
    EstimatedTotals merged = totals.merged(new int[] {0, 0, 1, 2, 0, 0, 1, 2}, 3);
    RatioOfTotals whole =
        RatioOfTotals.of(
            totals, new double[] {1, 1, 0, Double.NaN, 1, 1, 0, Double.NaN}, classes(), null);
    RatioOfTotals part =
        RatioOfTotals.of(merged, new double[] {1, 0, Double.NaN}, new int[3], null);
    assertThat(part.estimate()).isCloseTo(whole.estimate(), within(1e-14));
    assertThat(part.variance()).isCloseTo(whole.variance(), within(1e-14));
  }
}
