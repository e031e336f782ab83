package cabildo.statistics.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Survey statistics from the command line, without a server.
@Command(
    name = "statistics",
    mixinStandardHelpOptions = true,
    description = "Survey statistics: estimates, sample sizes, draws and verdicts from plain files.",
    subcommands = {VerifyCommand.class, BenchCommand.class})
public final class StatisticsCommand {
  /// Runs a subcommand; exit code 0 when it did its work, 1 when its input is wrong.
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new StatisticsCommand()).execute(arguments));
  }
}
