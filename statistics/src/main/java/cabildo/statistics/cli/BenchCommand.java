package cabildo.statistics.cli;

import cabildo.statistics.bench.CoverageBench;
import cabildo.statistics.bench.StreamingBench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measurements run by hand.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the engine. Nothing is asserted; numbers depend on the machine.",
    subcommands = {BenchCommand.Streaming.class, BenchCommand.Coverage.class})
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

  /// Coverage of intervals.
  @Command(
      name = "coverage",
      description = "How often nominal 95 % intervals hold the truth over repeated samples.")
  static final class Coverage implements Callable<Integer> {
    @Option(names = "--samples", description = "Per scenario (default ${DEFAULT-VALUE}).")
    private int samples = 10_000;

    @Override
    public Integer call() {
      new CoverageBench(samples).run(System.out::println);
      return 0;
    }
  }
}
