package cabildo.statistics.cli;

import cabildo.statistics.verify.Suite;
import cabildo.statistics.verify.Verification;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Replays reference cases.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Evaluates every case of every suite in a folder and prints a line per case that differs.",
    footer = {
      "",
      "The folder holds suites in the schema cabildo-stat-ref/1 (*.json) and their data under data/.",
      "Exit code 0 when every case agrees, 1 otherwise.",
      "",
      "Example:",
      "  ./cabildo statistics verify ../shared/reference/open"
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "Folder of suites.")
  private Path folder = Path.of(".");

  @Override
  public Integer call() throws Exception {
    int passed = 0;
    int failed = 0;
    int unchecked = 0;
    for (Suite suite : Suite.in(folder)) {
      System.err.println(suite.name() + ": " + suite.cases().size() + " cases");
      Verification one = Verification.of(suite, System.out::println);
      passed += one.passed();
      failed += one.failed();
      unchecked += one.unchecked();
    }
    Verification verification = new Verification(passed, failed, unchecked);
    if (verification.unchecked() > 0) {
      System.out.println(
          verification.unchecked()
              + " cases quote a book whose data are not in the folder; they are not counted below");
    }
    System.out.println(verification.summary());
    return verification.failed() == 0 && verification.passed() > 0 ? 0 : 1;
  }
}
