package cabildo.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// One running PostgreSQL server, a child of this program, listening on the loopback address only.
record Server(Process process, int port) {
  private static final int ATTEMPTS = 40;
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final long LOG_LIMIT_BYTES = 8L << 20;

  /// Starts on a free port, and again when somebody else was quicker, or when children of a killed
  /// server are still leaving.
  static Server start(Cluster cluster, Path log) throws IOException {
    return start(cluster, log, 0);
  }

  /// Starts on the given port; 0 means any free one.
  static Server start(Cluster cluster, Path log, int wantedPort) throws IOException {
    stopLeftOver(cluster.folder());
    for (int attempt = 1; ; attempt++) {
      int port = wantedPort == 0 ? freePort() : wantedPort;
      long logged = shortened(log);
      Server server = new Server(launch(cluster, log, port), port);
      if (server.becomesReady(cluster.folder())) {
        return server;
      }
      String said = Files.readString(log).substring((int) Math.min(logged, Files.size(log)));
      boolean passing =
          said.contains("Address already in use") || said.contains("shared memory block");
      if (!passing || attempt == ATTEMPTS) {
        throw new CannotStart(
            "The database in %s does not start: %s (all of it in %s)."
                .formatted(cluster.folder(), lastComplaint(said), log));
      }
      pause(Duration.ofMillis(250));
    }
  }

  private static Process launch(Cluster cluster, Path log, int port) throws IOException {
    ProcessBuilder builder =
        cluster.account().command(cluster.folder(), cluster.serverCommand(port));
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      builder
          .command()
          .addFirst("/usr/bin/setsid"); // Ctrl-C is for the program, which then stops the server
    }
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /// Waits for the server's own word in its pid file, through crash recovery too. False when it
  /// gives up.
  private boolean becomesReady(Path cluster) {
    waitUntil(() -> !process.isAlive() || saysReady(cluster), Duration.ofHours(1));
    return process.isAlive();
  }

  private boolean saysReady(Path cluster) {
    List<String> lines = pidFile(cluster);
    return lines.size() >= 8
        && lines.getFirst().strip().equals(Long.toString(process.pid()))
        && lines.get(7).strip().equals("ready");
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /// Fast shutdown: sessions are ended, everything is written, no recovery is needed at the next
  /// start.
  void stop() throws IOException {
    stop(List.of(process.toHandle()), process.toHandle());
  }

  /// Stops what an earlier program, killed without warning, has left running on this cluster.
  static void stopLeftOver(Path cluster) throws IOException {
    List<String> lines = pidFile(cluster);
    if (lines.isEmpty()) {
      return;
    }
    String pid = lines.getFirst().strip();
    List<ProcessHandle> left = processesIn(cluster);
    Optional<ProcessHandle> head =
        left.stream().filter(handle -> Long.toString(handle.pid()).equals(pid)).findFirst();
    if (head.isPresent()) {
      stop(left, head.get());
    } else if (!waitUntil(() -> noneAlive(left), Duration.ofSeconds(5))) {
      for (ProcessHandle orphan : left) {
        signal(orphan, "QUIT");
      }
      waitUntil(() -> noneAlive(left), Duration.ofSeconds(5));
    }
    if (processesIn(cluster).isEmpty()) {
      // Nobody uses the cluster: the file names a process that is gone, or one that is not
      // PostgreSQL.
      Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }
  }

  private static void stop(List<ProcessHandle> all, ProcessHandle head) throws IOException {
    signal(head, "INT");
    if (!waitUntil(() -> noneAlive(all), Duration.ofSeconds(30))) {
      signal(head, "QUIT");
      waitUntil(() -> noneAlive(all), Duration.ofSeconds(10));
    }
  }

  private static boolean noneAlive(List<ProcessHandle> handles) {
    return handles.stream().noneMatch(ProcessHandle::isAlive);
  }

  /// The server and all its children work in the cluster's folder; nothing else does.
  private static List<ProcessHandle> processesIn(Path cluster) throws IOException {
    Path folder = cluster.toRealPath();
    List<ProcessHandle> found = new ArrayList<>();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      all.filter(handle -> worksIn(handle, folder)).forEach(found::add);
    }
    return found;
  }

  private static boolean worksIn(ProcessHandle handle, Path folder) {
    Path process = Path.of("/proc", Long.toString(handle.pid()));
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(folder)
          && Files.readSymbolicLink(process.resolve("exe")).endsWith("postgres");
    } catch (IOException e) {
      return false; // gone, or somebody else's
    }
  }

  private static void signal(ProcessHandle handle, String signal) throws IOException {
    Process kill =
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + handle.pid())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    waitUntil(() -> !kill.isAlive(), Duration.ofSeconds(5));
  }

  private static List<String> pidFile(Path cluster) {
    try {
      return Files.readAllLines(cluster.resolve("postmaster.pid"));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static long shortened(Path log) throws IOException {
    if (!Files.exists(log)) {
      return 0;
    }
    if (Files.size(log) > LOG_LIMIT_BYTES) {
      Files.move(
          log,
          log.resolveSibling(log.getFileName() + ".old"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return 0;
    }
    return Files.size(log);
  }

  private static String lastComplaint(String said) {
    return said.lines()
        .filter(
            line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("ERROR:"))
        .reduce((_, last) -> last)
        .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|ERROR):\\s*", ""))
        .orElse("it ended without a word");
  }

  private static boolean waitUntil(BooleanSupplier done, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(PAUSE);
    }
    return true;
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for PostgreSQL", e);
    }
  }
}
