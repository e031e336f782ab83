package cabildo.statistics.cli;

import cabildo.statistics.bench.StreamingBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measurements run by hand.
@Command(
    name = "bench",
    description = "Measures the engine. Nothing is asserted; numbers depend on the machine.",
    subcommands = {BenchCommand.Streaming.class})
final class BenchCommand {
  /// Speed and memory.
  @Command(
      name = "statistics",
      description = "A synthetic national file: one pass, replicates, memory, reading CSV.")
  static final class Streaming implements Callable<Integer> {
    @Option(names = "--rows", description = "Respondents (default ${DEFAULT-VALUE}).")
    private int rows = 5_000_000;

    @Option(names = "--threads", description = "Threads (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--repetitions", description = "Per line; the median is printed.")
    private int repetitions = 5;

    @Override
    public Integer call() throws Exception {
      new StreamingBench(rows, threads, repetitions).run(System.out::println);
      return 0;
    }
  }
}
