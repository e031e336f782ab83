package cabildo.statistics.cli;

import cabildo.statistics.Status;
import cabildo.statistics.disclosure.SafeShare;
import cabildo.statistics.stream.Domains;
import cabildo.statistics.stream.MicrodataCsv;
import cabildo.statistics.stream.PsuItemTable;
import cabildo.statistics.stream.TableBootstrap;
import cabildo.statistics.stream.TableMeans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Means of millions of rows in one pass.
@Command(
    name = "national",
    mixinStandardHelpOptions = true,
    description =
        "Means of many items in every stratum of a file with millions of rows, in one pass.",
    footer = {
      "",
      "Items are whole numbers from 0 to 127 or empty; strata are the domains, as municipalities are.",
      "",
      "Example:",
      "  ./cabildo statistics national answers.csv --stratum mun --psu psu --weight w --items q1,q2,q3 \\",
      "      --replicates 500 --seed 48213 -o means.csv"
    })
final class NationalCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DATA", description = "Microdata, CSV with a header line.")
  private Path data = Path.of("-");

  @Option(
      names = "--stratum",
      required = true,
      paramLabel = "COLUMN",
      description = "Strata, which are the domains.")
  private String stratum = "";

  @Option(
      names = "--psu",
      required = true,
      paramLabel = "COLUMN",
      description = "Primary units within strata.")
  private String psu = "";

  @Option(names = "--weight", required = true, paramLabel = "COLUMN", description = "Weights.")
  private String weight = "";

  @Option(names = "--items", required = true, split = ",", paramLabel = "Y", description = "Items.")
  private List<String> items = List.of();

  @Option(
      names = "--replicates",
      description = "Bootstrap replicates for a second standard error (default none).")
  private int replicates;

  @Option(names = "--seed", description = "Seed of the bootstrap (default ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--threads", description = "Threads; they do not change a digit.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws Exception {
    MicrodataCsv read =
        MicrodataCsv.read(
            data,
            new MicrodataCsv.Layout(stratum, psu, weight, items),
            rows -> System.err.printf("%,d rows read%n", rows));
    PsuItemTable table = PsuItemTable.of(read.sample(), read.units(), 1, threads);
    int strata = read.stratumNames().size();
    Domains domains = Domains.ofStrata(table, IntStream.range(0, strata).toArray(), strata);
    TableMeans means = TableMeans.of(table, domains, threads);
    TableBootstrap bootstrap =
        replicates > 0 ? TableBootstrap.of(table, domains, replicates, seed, threads) : null;
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int h = 0; h < strata; h++) {
      for (int item = 0; item < items.size(); item++) {
        rows.add(row(read.stratumNames().get(h), means, bootstrap, h, item));
      }
    }
    output.write(rows);
    return 0;
  }

  private Map<String, @Nullable Object> row(
      String name, TableMeans means, @Nullable TableBootstrap bootstrap, int h, int item) {
    int at = h * items.size() + item;
    long n = means.n()[at];
    boolean small = n > 0 && n < SafeShare.THRESHOLD;
    Status status = means.status(h, item);
    boolean precise = !small && status == Status.OK;
    Map<String, @Nullable Object> row = Output.row();
    row.put("stratum", name);
    row.put("item", items.get(item));
    row.put("status", small ? "WITHHELD" : status.name());
    row.put("n", small ? null : (Object) n);
    row.put("mean", small ? null : means.mean(h, item));
    row.put("se", precise ? means.se(h, item) : null);
    row.put("df", precise ? (Object) means.df()[at] : null);
    row.put(
        "se_bootstrap",
        precise && bootstrap != null ? (Object) Math.sqrt(bootstrap.variance()[at]) : null);
    row.put("caveats", small ? "SMALL_CELL" : status == Status.OK ? "" : status.name());
    return row;
  }
}
