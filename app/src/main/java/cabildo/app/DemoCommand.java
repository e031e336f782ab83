package cabildo.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "demo",
    description = "Starts Cabildo with the demonstration world, on a PostgreSQL of its own.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {
  @Mixin private final ServerOptions options = new ServerOptions();

  @Override
  public void run() {
    new Launch(options.listening(), options.data(), true).withEmbeddedDatabase();
  }
}
