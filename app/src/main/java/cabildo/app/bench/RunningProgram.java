package cabildo.app.bench;

import cabildo.db.CannotStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Another Cabildo in a process of its own, started by the script as people start it.
final class RunningProgram implements AutoCloseable {
  private static final int TICKS_A_SECOND = 100;

  private final Process process;
  private final double readySeconds;
  private final int port;

  private RunningProgram(Process process, int port, double readySeconds) {
    this.process = process;
    this.port = port;
    this.readySeconds = readySeconds;
  }

  static RunningProgram start(int port, Path data) throws IOException {
    String script =
        Optional.ofNullable(System.getenv("CABILDO_SCRIPT"))
            .orElseThrow(() -> new CannotStart("Measure with ./cabildo bench."));
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(
                script, "demo", "--port", String.valueOf(port), "--data", data.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("Cabildo is ready")) {
        Thread.ofVirtual().start(() -> drain(lines));
        return new RunningProgram(process, port, (System.nanoTime() - begun) / 1e9);
      }
    }
    throw new CannotStart("The program to be measured did not start.");
  }

  /// What the program still says is read, so that it never waits for a reader.
  private static void drain(BufferedReader lines) {
    try {
      while (lines.readLine() != null) {
        // nobody needs it
      }
    } catch (IOException _) {
      // it ended
    }
  }

  /// From the script's first line to the word "ready".
  double readySeconds() {
    return readySeconds;
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /// Processor time of the program since its start, in seconds, user and system.
  double cpuSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_A_SECOND;
  }

  /// A line of the kernel's account of the process, as in `VmRSS`, in MB.
  double megabytes(String line) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(one -> one.startsWith(line + ":"))
        .flatMap(one -> Arrays.stream(one.split("\\s+")).skip(1).limit(1))
        .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
