package cabildo.app;

import cabildo.db.DatabaseAddress;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "serve",
    description =
        "Starts Cabildo on the database in CABILDO_DATABASE_URL, or on a PostgreSQL of its own.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {
  @Mixin private final ServerOptions options = new ServerOptions();

  @Override
  public void run() {
    Launch launch = new Launch(options.listening(), options.data(), false);
    Optional.ofNullable(System.getenv("CABILDO_DATABASE_URL"))
        .filter(url -> !url.isBlank())
        .map(DatabaseAddress::parse)
        .ifPresentOrElse(launch::with, launch::withEmbeddedDatabase);
  }
}
