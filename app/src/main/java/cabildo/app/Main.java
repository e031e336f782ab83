package cabildo.app;

import cabildo.db.CannotStart;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The command line. What keeps a command from working is said in one sentence with exit code 1; a
/// defect shows its trace.
@Command(
    name = "cabildo",
    description = "From a public promise to the proof.",
    subcommands = {DemoCommand.class, ServeCommand.class, TrainCommand.class, BenchCommand.class})
public final class Main {
  private static final int REFUSED = 1;

  public static void main(String[] arguments) {
    int code = commandLine().execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setParameterExceptionHandler(Main::refuse)
        .setExecutionExceptionHandler(Main::explain);
  }

  private static int refuse(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String message = Optional.ofNullable(e.getMessage()).orElse("The command cannot be read");
    command.getErr().println(sentence(message) + " See ./cabildo help.");
    return REFUSED;
  }

  private static int explain(Exception e, CommandLine command, ParseResult arguments) {
    PrintWriter err = command.getErr();
    Optional<CannotStart> reason = StartFailure.reason(e);
    reason.ifPresentOrElse(
        known -> err.println(known.getMessage()),
        () -> {
          err.println(
              "Cabildo met a defect of its own while starting; please report it with these lines:");
          e.printStackTrace(err);
        });
    err.flush();
    return REFUSED;
  }

  private static String sentence(String message) {
    String line = message.lines().findFirst().orElse(message).strip();
    return line.endsWith(".") ? line : line + ".";
  }
}
