package cabildo.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Start, speed, weight and memory of the public pages.
@Command(
    name = "pages",
    description =
        "Start, speed, weight and memory of the public pages, beside nginx with the same bytes.",
    mixinStandardHelpOptions = true)
public final class PagesBench implements Callable<Integer> {
  private static final String REPORT = "/en/reports/mxmex0009-end-of-commitment";
  private static final String COMMITMENT = "/en/commitments/mxmex0009";
  private static final Pattern LINKED =
      Pattern.compile("(?:href|src)=\"(/static/[^\"]+\\.(?:css|js|woff2))\"");
  private static final Pattern FONT = Pattern.compile("url\\(\"?([^\")]+\\.woff2)\"?\\)");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rounds", description = "How often each is measured (default 5).")
  private int rounds = 5;

  @Option(names = "--seconds", description = "How long one measurement takes (default 4).")
  private int seconds = 4;

  @Option(names = "--port", description = "The first of two free ports (default 8190).")
  private int port = 8190;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("cabildo-bench");
    List<Double> ready = new ArrayList<>();
    RunningProgram.start(port, folder.resolve("data")).close();
    waitForRehearsal();
    for (int i = 1; i < rounds; i++) {
      try (RunningProgram program = RunningProgram.start(port, folder.resolve("data"))) {
        ready.add(program.readySeconds());
      }
    }
    try (RunningProgram program = RunningProgram.start(port, folder.resolve("data"))) {
      ready.add(program.readySeconds());
      byte[] report = get(program.url(REPORT), "gzip");
      out.printf("%-58s %12s%n", "what", "median");
      row(out, "ready on an existing database, s", median(ready), "%.2f");
      weight(out, program, report);
      speed(out, program, report, folder);
      fresh(out, program, COMMITMENT);
      fresh(out, program, REPORT);
      row(out, "resident memory after load, MB", program.megabytes("VmRSS"), "%.0f");
      row(out, "highest resident memory, MB", program.megabytes("VmHWM"), "%.0f");
    }
    out.flush();
    return 0;
  }

  /// The first start of a build is followed by a rehearsal that makes later ones fast; it is waited
  /// for, up to three minutes.
  private static void waitForRehearsal() throws InterruptedException {
    String cache = System.getenv("CABILDO_CACHE");
    for (int i = 0; cache != null && i < 180 && !Files.exists(Path.of(cache)); i++) {
      Thread.sleep(1000);
    }
  }

  /// What a first visit to the report carries: page, stylesheet, script and fonts, as they come.
  private static void weight(PrintWriter out, RunningProgram program, byte[] report)
      throws IOException, InterruptedException {
    String html =
        new String(get(program.url(REPORT), "identity"), java.nio.charset.StandardCharsets.UTF_8);
    long total = report.length;
    List<String> linked = new ArrayList<>();
    Matcher links = LINKED.matcher(html);
    while (links.find()) {
      if (!linked.contains(links.group(1))) {
        linked.add(links.group(1));
      }
    }
    for (String css : linked.stream().filter(path -> path.endsWith(".css")).toList()) {
      String text =
          new String(get(program.url(css), "identity"), java.nio.charset.StandardCharsets.UTF_8);
      Matcher fonts = FONT.matcher(text);
      while (fonts.find()) {
        String font = URI.create(css).resolve(fonts.group(1)).toString();
        if (!linked.contains(font)) {
          linked.add(font);
        }
      }
    }
    for (String path : linked) {
      total += get(program.url(path), "gzip").length;
    }
    row(out, "report page alone, on the wire, kB", report.length / 1000.0, "%.1f");
    row(out, "report page with style, script and fonts, kB", total / 1000.0, "%.1f");
  }

  private void speed(PrintWriter out, RunningProgram program, byte[] report, Path folder)
      throws IOException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> nginx = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    double cpu = 0;
    long requests = 0;
    try (StaticServer server = StaticServer.serving(report, folder, port + 1)) {
      Thread.sleep(500);
      Load.on(program.url(REPORT), 32, 10);
      for (int i = 0; i < rounds; i++) {
        double before = program.cpuSeconds();
        Load.Result mine = Load.on(program.url(REPORT), 32, seconds);
        cpu += program.cpuSeconds() - before;
        requests += mine.requests();
        Load.Result theirs = Load.on(server.url(), 32, seconds);
        ours.add(mine.rate());
        nginx.add(theirs.rate());
        ratios.add(mine.rate() / theirs.rate());
      }
    }
    row(out, "report page from the program, requests a second", median(ours), "%,.0f");
    row(out, "the same bytes from nginx, requests a second", median(nginx), "%,.0f");
    row(out, "program / nginx", median(ratios), "%.2f");
    row(out, "program's processor time a request, µs", 1e6 * cpu / requests, "%.1f");
  }

  /// A page that is rendered anew at every request: a query keeps it out of the cache.
  private void fresh(PrintWriter out, RunningProgram program, String path) throws IOException {
    Load.on(program.url(path + "?fresh"), 2, 10);
    List<Double> millis = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      double before = program.cpuSeconds();
      Load.Result load = Load.on(program.url(path + "?fresh"), 2, seconds);
      millis.add(1e3 * (program.cpuSeconds() - before) / load.requests());
      rates.add(load.failed() > 0 ? Double.NaN : load.rate());
    }
    row(out, path + " rendered anew, program's ms of processor", median(millis), "%.2f");
    row(out, path + " rendered anew, requests a second", median(rates), "%,.0f");
  }

  private static byte[] get(String url, String encoding) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url)).header("Accept-Encoding", encoding).build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static void row(PrintWriter out, String what, double value, String format) {
    out.printf("%-58s %12s%n", what, format.formatted(value));
    out.flush();
  }
}
