package cabildo.statistics.cli;

import cabildo.statistics.Numbers;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.estimate.ProportionInterval;
import cabildo.statistics.estimate.ProportionInterval.Proportion;
import cabildo.statistics.sums.EstimatedTotals;
import cabildo.statistics.sums.RatioOfTotals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Figures of a study from its published sums.
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    description =
        "Shares, standard errors and intervals from the sums that a study publishes (sums.json).",
    footer = {
      "",
      "Each share is a ratio of estimated totals; its variance follows from their covariance, and its",
      "interval is Korn and Graubard's, as everywhere in this program.",
      "",
      "Examples:",
      "  ./cabildo statistics figures sums.json",
      "  ./cabildo statistics figures sums.json -o figures.csv"
    })
final class FiguresCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SUMS", description = "Published sums, JSON.")
  private Path sums = Path.of("-");

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws Exception {
    SumsFile file = SumsFile.read(sums);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (SumsFile.Item item : file.items()) {
      for (int entry = 0; entry < item.entries().size(); entry++) {
        SumsFile.Entry one = item.entries().get(entry);
        if (one.answered() && one.choice() != null) {
          rows.add(figure(item, entry, file.level()));
        }
      }
    }
    output.write(rows);
    return 0;
  }

  private static Map<String, @Nullable Object> figure(SumsFile.Item item, int entry, double level) {
    EstimatedTotals totals = item.totals();
    double[] y = new double[item.entries().size()];
    Arrays.setAll(y, i -> item.entries().get(i).answered() ? (i == entry ? 1 : 0) : Double.NaN);
    long base = 0;
    for (int i = 0; i < y.length; i++) {
      base += Double.isNaN(y[i]) ? 0 : totals.n()[i];
    }
    RatioOfTotals ratio = RatioOfTotals.of(totals, y, new int[y.length], null);
    boolean known = base > 0 && totals.df() > 0 && !Double.isNaN(ratio.estimate());
    Interval interval = Interval.NONE;
    if (known) {
      double p = Math.clamp(ratio.estimate(), 0.0, 1.0);
      interval =
          ProportionInterval.KORN_GRAUBARD.of(
              new Proportion(p, ratio.variance(), (int) base, totals.df(), level));
    }
    Map<String, @Nullable Object> row = Output.row();
    row.put("item", item.name());
    row.put("choice", item.entries().get(entry).choice());
    row.put("share", Numbers.orNull(ratio.estimate()));
    row.put("se", Numbers.orNull(Math.sqrt(ratio.variance())));
    row.put("low", interval.low());
    row.put("high", interval.high());
    row.put("n", totals.n()[entry]);
    row.put("base", base);
    row.put("df", totals.df());
    return row;
  }
}
