package cabildo.app;

import cabildo.db.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;

/// Where the web server listens. Port 0 means any free one.
record Listening(String host, int port) {

  /// Finds out before anything is started whether the web server can listen here.
  ///
  /// @throws CannotStart when it cannot
  void check() {
    if (port < 0 || port > 65535) {
      throw new CannotStart("Port %d does not exist: --port takes 1 to 65535.".formatted(port));
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw new CannotStart(
          "The host name %s is unknown: give an address of this machine with --host."
              .formatted(host),
          e);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  CannotStart taken() {
    return new CannotStart(
        "Port %d on %s is in use: stop the other program, or choose another port with --port."
            .formatted(port, host));
  }

  private CannotStart refused(IOException e) {
    String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (reason.contains("in use")) {
      return taken();
    }
    if (reason.contains("cannot assign")) {
      return new CannotStart(
          "%s is not an address of this machine: give one with --host.".formatted(host), e);
    }
    if (reason.contains("permission")) {
      return new CannotStart(
          "Port %d needs rights that you do not have: choose one from 1024 with --port."
              .formatted(port),
          e);
    }
    return new CannotStart(
        "Cabildo cannot listen on %s, port %d: %s.".formatted(host, port, e.getMessage()), e);
  }

  /// The address to open in a browser on this machine.
  String url(int actualPort) {
    String shown =
        switch (host) {
          case "0.0.0.0", "::" -> "127.0.0.1";
          default -> host.contains(":") ? "[" + host + "]" : host;
        };
    return "http://%s:%d/".formatted(shown, actualPort);
  }
}
