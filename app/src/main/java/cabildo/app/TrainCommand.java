package cabildo.app;

import cabildo.db.EmbeddedPostgres;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Starts the demonstration in a folder that is thrown away, reads some pages and stops, so that
/// the Java runtime can write down what it loaded and start faster next time. The front-door script
/// calls it.
@Command(name = "train", hidden = true)
final class TrainCommand implements Runnable {
  @Parameters(index = "0", description = "folder for the throw-away data")
  private Path folder = Path.of("");

  @Parameters(index = "1", description = "folder with PostgreSQL's unpacked programs")
  private Path binaries = Path.of("");

  @Override
  public void run() {
    Launch launch = new Launch(new Listening("127.0.0.1", 0), folder, true);
    launch.rehearse(EmbeddedPostgres.Settings.forTests(folder).withBinaries(binaries));
    System.exit(0);
  }
}
