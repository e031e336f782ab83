package cabildo.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.statistics.data.CsvTables;
import cabildo.statistics.data.Table;
import cabildo.statistics.numeric.Distributions;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/// Quantiles and tails against R 4.2.2 (`qt`, `qbeta`, `qnorm`, upper tails), relative 1e-9.
class DistributionsTest {
  @Test
  void quantilesAndTailsAgreeWithR() throws Exception {
    Table points =
        CsvTables.read(Path.of("src/test/resources/reference/open/data/distribution_values.csv"));
    for (int i = 0; i < points.rows(); i++) {
      double a = points.numbers("a")[i];
      double b = points.numbers("b")[i];
      double x = points.numbers("x")[i];
      String name = String.valueOf(points.text("function").get(i));
      double got =
          switch (name) {
            case "qt" -> Distributions.tQuantile(x, a);
            case "qbeta" -> Distributions.betaQuantile(x, a, b);
            case "qnorm" -> Distributions.normalQuantile(x);
            case "ptU" -> Distributions.tUpper(x, a);
            case "pchiU" -> Distributions.chiSquareUpper(x, a);
            case "pfU" -> Distributions.fUpper(x, a, b);
            case "pbinom" -> Distributions.binomialAtMost((int) a, b, (int) x);
            default -> throw new AssertionError("unknown function " + name);
          };
      double expected = points.numbers("value")[i];
      if (expected == 0) {
        assertThat(Math.abs(got)).as(name + "(" + a + ", " + b + ", " + x + ")").isLessThan(1e-300);
      } else {
        assertThat(got)
            .as(name + "(" + a + ", " + b + ", " + x + ")")
            .isCloseTo(expected, Percentage.withPercentage(1e-7));
      }
    }
  }
}
