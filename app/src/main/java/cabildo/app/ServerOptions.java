package cabildo.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where a server listens and keeps its data.
final class ServerOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "port to listen on (default: 8080)")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "address to listen on (default: 127.0.0.1, this machine only)")
  private String host = "127.0.0.1";

  @Option(names = "--data", paramLabel = "FOLDER", description = "data folder (default: var)")
  private Path data = Path.of(System.getProperty("cabildo.data.default", "var"));

  Listening listening() {
    return new Listening(host, port);
  }

  Path data() {
    return data.toAbsolutePath().normalize();
  }
}
