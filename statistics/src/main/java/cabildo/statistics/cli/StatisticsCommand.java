package cabildo.statistics.cli;

import cabildo.statistics.data.TableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Survey statistics from the command line, without a server.
///
/// Exit code 0 when the work was done, 1 when the input was wrong; then nothing has been written.
@Command(
    name = "statistics",
    mixinStandardHelpOptions = true,
    description =
        "Survey statistics: estimates, sample sizes, draws and verdicts from plain files.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      EstimateCommand.class,
      NationalCommand.class,
      PlanCommand.class,
      DrawCommand.class,
      FiguresCommand.class,
      VerdictCommand.class,
      SmallAreaCommand.class,
      VerifyCommand.class,
      BenchCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  ./cabildo statistics estimate answers.csv --design design.json --proportion know --by mun",
      "  ./cabildo statistics plan municipalities.csv --population adults",
      "  ./cabildo statistics draw households.csv --id folio --n 400 --seed 48213",
      "  ./cabildo statistics figures sums.json",
      "  ./cabildo statistics verify ../shared/reference/open"
    })
public final class StatisticsCommand {
  /// A wrong input, as opposed to a defect.
  private static final int WRONG_INPUT = 1;

  /// Runs a subcommand and ends with its exit code.
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Runs a subcommand.
  ///
  /// @return exit code
  public static int run(String... arguments) {
    CommandLine line = new CommandLine(new StatisticsCommand());
    line.setExecutionExceptionHandler((problem, command, parsed) -> explain(problem));
    line.setParameterExceptionHandler((problem, given) -> {
      System.err.println("error: " + problem.getMessage());
      System.err.println(
          "Try '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
      return WRONG_INPUT;
    });
    boolean named = arguments.length > 0 && arguments[0].equals("statistics");
    String[] rest = named ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
    return rest.length == 0 ? line.execute("--help") : line.execute(rest);
  }

  private static int explain(Exception problem) throws Exception {
    switch (problem) {
      case NoSuchFileException absent ->
          System.err.println("error: there is no file " + absent.getFile());
      case TableException wrong -> System.err.println("error: " + wrong.getMessage());
      case IllegalArgumentException wrong -> System.err.println("error: " + wrong.getMessage());
      case IOException unreadable -> System.err.println("error: " + unreadable.getMessage());
      case UncheckedIOException unreadable ->
          System.err.println("error: " + unreadable.getMessage());
      default -> throw problem;
    }
    return WRONG_INPUT;
  }
}
