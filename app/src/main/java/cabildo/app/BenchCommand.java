package cabildo.app;

import cabildo.app.bench.PagesBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measurements, run by hand and never asserted. Each is a subcommand.
@Command(
    name = "bench",
    description = "Measures speed and memory and prints a table.",
    mixinStandardHelpOptions = true,
    subcommands = PagesBench.class)
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Name what to measure: "
            + String.join(
                ", ",
                spec.subcommands().keySet().isEmpty()
                    ? java.util.List.of("statistics", "coverage")
                    : spec.subcommands().keySet()));
  }
}
