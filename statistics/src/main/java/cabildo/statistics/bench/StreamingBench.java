package cabildo.statistics.bench;

import cabildo.statistics.stream.ColumnarSample;
import cabildo.statistics.stream.Domains;
import cabildo.statistics.stream.MicrodataCsv;
import cabildo.statistics.stream.PsuItemTable;
import cabildo.statistics.stream.TableBootstrap;
import cabildo.statistics.stream.TableMeans;
import cabildo.statistics.stream.Units;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Speed and memory of the streaming engine on a synthetic national file; medians, nothing
/// asserted.
///
/// @param rows respondents
/// @param threads to use
/// @param repetitions per line; the median is printed
public record StreamingBench(int rows, int threads, int repetitions) {
  private static final int REPLICATES = 500;

  /// Runs every line and prints a table.
  public void run(Consumer<String> out) throws IOException {
    double bandwidth = bandwidth();
    out.accept(
        String.format(
            Locale.ROOT,
            "%,d rows, %,d municipalities x %d units, %d items, %d threads; memory reads at %.1f GB/s",
            rows,
            SyntheticNation.MUNICIPALITIES,
            SyntheticNation.UNITS,
            SyntheticNation.ITEMS,
            threads,
            bandwidth / 1e9));
    out.accept(
        String.format(
            "%-52s %9s %9s %14s %10s", "task", "seconds", "cpu s", "rows/s", "bandwidth"));
    Units units = new SyntheticNation(rows, true).units();
    ColumnarSample sorted = new SyntheticNation(rows, true).sample();
    Domains municipalities =
        Domains.ofStrata(
            new PsuItemTable(units, 1, SyntheticNation.ITEMS),
            IntStream.range(0, SyntheticNation.MUNICIPALITIES).toArray(),
            SyntheticNation.MUNICIPALITIES);
    pass(
        out,
        "rows by unit -> municipal means with se, 1 thread",
        sorted,
        units,
        municipalities,
        1,
        bandwidth);
    pass(
        out,
        "rows by unit -> municipal means with se",
        sorted,
        units,
        municipalities,
        threads,
        bandwidth);
    PsuItemTable table = PsuItemTable.of(sorted, units, 1, threads);
    out.accept(
        String.format(Locale.ROOT, "heap in use with columns and table: %d MB", heap() >> 20));
    Time means = time(() -> TableMeans.of(table, municipalities, threads));
    line(out, "means and se from the table alone", means, 0, bandwidth);
    Time bootstrap = time(() -> TableBootstrap.of(table, municipalities, REPLICATES, 11, threads));
    line(
        out,
        REPLICATES + " Rao-Wu replicates, all municipalities x items",
        bootstrap,
        0,
        bandwidth);
    compare(out, table, municipalities);
    csv(out, sorted, bandwidth);
    sorted = new SyntheticNation(rows, false).sample();
    pass(
        out,
        "rows in any order -> municipal means with se",
        sorted,
        units,
        municipalities,
        threads,
        bandwidth);
  }

  private void pass(
      Consumer<String> out,
      String name,
      ColumnarSample sample,
      Units units,
      Domains domains,
      int on,
      double bandwidth) {
    Time time = time(() -> TableMeans.of(PsuItemTable.of(sample, units, 1, on), domains, on));
    line(out, name, time, sample.bytes(), bandwidth);
  }

  private void compare(Consumer<String> out, PsuItemTable table, Domains domains) {
    TableMeans means = TableMeans.of(table, domains, threads);
    TableBootstrap bootstrap = TableBootstrap.of(table, domains, REPLICATES, 11, threads);
    double ratio = 0;
    int compared = 0;
    for (int i = 0; i < means.variance().length; i++) {
      if (means.variance()[i] > 0) {
        ratio += Math.sqrt(bootstrap.variance()[i] / means.variance()[i]);
        compared++;
      }
    }
    out.accept(
        String.format(
            Locale.ROOT, "mean ratio of bootstrap to linearised se: %.4f", ratio / compared));
  }

  private void csv(Consumer<String> out, ColumnarSample sample, double bandwidth)
      throws IOException {
    Path file = Files.createTempFile("national", ".csv");
    try {
      SyntheticNation.write(sample, file);
      var layout =
          new MicrodataCsv.Layout(
              "mun",
              "psu",
              "w",
              IntStream.range(0, SyntheticNation.ITEMS).mapToObj(i -> "q" + i).toList());
      Time time =
          time(() -> {
            try {
              MicrodataCsv read = MicrodataCsv.read(file, layout, done -> {});
              if (read.sample().rows() != sample.rows()) {
                throw new IllegalStateException("the file came back with other rows");
              }
            } catch (IOException unreadable) {
              throw new UncheckedIOException(unreadable);
            }
          });
      line(out, "reading the same rows from CSV, 1 thread", time, Files.size(file), bandwidth);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void line(Consumer<String> out, String name, Time time, long bytes, double bandwidth) {
    double share = 100 * bytes / time.seconds() / bandwidth;
    String speed = bytes == 0 ? "" : String.format(Locale.ROOT, "%,.0f", rows / time.seconds());
    out.accept(
        String.format(
            Locale.ROOT,
            "%-52s %9.3f %9.3f %14s %10s",
            name,
            time.seconds(),
            time.cpuSeconds(),
            speed,
            bytes == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", share)));
  }

  /// Medians of wall-clock and of processor time over all threads.
  private record Time(double seconds, double cpuSeconds) {}

  private Time time(Runnable task) {
    double[] seconds = new double[repetitions];
    double[] cpu = new double[repetitions];
    task.run();
    task.run();
    for (int i = 0; i < repetitions; i++) {
      long start = System.nanoTime();
      long startCpu = cpuNanos();
      task.run();
      seconds[i] = (System.nanoTime() - start) / 1e9;
      cpu[i] = (cpuNanos() - startCpu) / 1e9;
    }
    return new Time(median(seconds), median(cpu));
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// Bytes per second of summing a large array on all threads.
  private double bandwidth() {
    long[] block = new long[1 << 24];
    Arrays.fill(block, 1);
    double best = 0;
    for (int i = 0; i < 7; i++) {
      long start = System.nanoTime();
      long sum = IntStream.range(0, threads).parallel().mapToLong(t -> sum(block, t)).sum();
      double seconds = (System.nanoTime() - start) / 1e9;
      best = Math.max(best, sum == 0 ? 0 : block.length * 8.0 / seconds);
    }
    return best;
  }

  private long sum(long[] block, int thread) {
    long sum = 0;
    int from = (int) ((long) block.length * thread / threads);
    int to = (int) ((long) block.length * (thread + 1) / threads);
    for (int i = from; i < to; i++) {
      sum += block[i];
    }
    return sum;
  }
}
