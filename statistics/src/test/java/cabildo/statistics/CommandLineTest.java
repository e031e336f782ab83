package cabildo.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cabildo.statistics.cli.StatisticsCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person at the command line meets: results, reasons, exit codes, and no half-written file.
@NullMarked
class CommandLineTest {
  private static final String DATA = "src/test/resources/reference/open/data/";

  private record Outcome(int code, String errors) {}

  private static Outcome run(String... arguments) {
    PrintStream before = System.err;
    PrintStream beforeOut = System.out;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    try {
      int code = StatisticsCommand.run(arguments);
      return new Outcome(code, errors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
      System.setOut(beforeOut);
    }
  }

  private static Path design(Path folder) throws Exception {
    Path design = folder.resolve("design.json");
    Files.writeString(
        design,
        "{\"ids\": [\"psu\"], \"strata\": \"stratum\", \"weights\": \"w\", \"codes\": {\"trust\": [\"1\", \"2\"]}}");
    return design;
  }

  @Test
  void estimatesComeWithCaveats(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("out.csv");
    Outcome outcome =
        run(
            "estimate",
            DATA + "open_a.csv",
            "-d",
            design(folder).toString(),
            "--proportion",
            "know",
            "--by",
            "mun",
            "-o",
            out.toString());
    assertThat(outcome.code()).as(outcome.errors()).isZero();
    assertThat(Files.readString(out))
        .startsWith("domain,statistic,variable,status,n,estimate,se,ci_low,ci_high")
        .contains("FEW_DEGREES_OF_FREEDOM");
  }

  @Test
  void aWrongCodeIsNamedAndNothingIsWritten(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("out.csv");
    Outcome outcome =
        run(
            "estimate",
            DATA + "open_a.csv",
            "-d",
            design(folder).toString(),
            "--mean",
            "trust",
            "-o",
            out.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.errors())
        .contains("open_a.csv, line 3, column trust")
        .contains("the code '3'");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("design.json");
    }
  }

  @Test
  void aWrongWeightColumnOrDesignIsExplained(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("d.csv");
    Files.writeString(data, "psu,stratum,w,y\n1,a,2,1\n2,a,-1,0\n");
    Outcome weight =
        run("estimate", data.toString(), "-d", design(folder).toString(), "--mean", "y");
    assertThat(weight.code()).isEqualTo(1);
    assertThat(weight.errors()).contains("line 3, column w").contains("-1");
    Files.writeString(data, "psu,stratum,w,y\n1,a,2,1\n2,a,1,0\n");
    Outcome column =
        run("estimate", data.toString(), "-d", design(folder).toString(), "--mean", "z");
    assertThat(column.errors()).contains("column z: there is no such column");
    Path broken = folder.resolve("broken.json");
    Files.writeString(broken, "{\"ids\": [\"psu\"],\n \"strata\" \"stratum\"}");
    Outcome json = run("estimate", data.toString(), "-d", broken.toString(), "--mean", "y");
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.errors()).contains("broken.json, line 2, column");
    assertThat(
            run("estimate", "absent.csv", "-d", design(folder).toString(), "--mean", "y").errors())
        .contains("there is no file absent.csv");
    assertThat(run("estimat").code()).isEqualTo(1);
  }

  @Test
  void everyCommandExplainsItselfWithExamples() {
    for (String command :
        new String[] {"estimate", "plan", "draw", "verdict", "small-area", "verify"}) {
      assertThat(run(command, "--help").code()).as(command).isZero();
    }
  }

  @Test
  void aDrawCanBeRepeated(@TempDir Path folder) throws Exception {
    Path first = folder.resolve("1.csv");
    Path second = folder.resolve("2.csv");
    for (Path out : new Path[] {first, second}) {
      assertThat(
              run(
                      "draw",
                      DATA + "open_pps_frame.csv",
                      "--id",
                      "unit",
                      "--n",
                      "9",
                      "--seed",
                      "s",
                      "-o",
                      out.toString())
                  .code())
          .isZero();
    }
    assertThat(Files.readString(first)).isEqualTo(Files.readString(second)).hasLineCount(10);
  }

  private static String sums(String covariance) {
    return """
    {"level": 0.95, "items": [{"item": "trust", "sheets": 110, "df": 99, "entries": [
      {"choice": "yes", "answered": true, "n": 40, "total": 40},
      {"choice": null, "answered": true, "n": 60, "total": 60},
      {"choice": null, "answered": false, "n": 10, "total": 10}], "covariance": %s}]}
    """
        .formatted(covariance);
  }

  /// A simple random sample with replacement: V(T) = n/(n-1) (diag t - t tᵀ/n) for n = 110, so the
  /// variance of the share is 110/109 p(1-p)/100.
  @Test
  void figuresFollowFromPublishedSums(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("sums.json");
    double[] t = {40, 60, 10};
    StringBuilder v = new StringBuilder("[");
    for (int a = 0; a < 3; a++) {
      v.append(a > 0 ? ",[" : "[");
      for (int b = 0; b < 3; b++) {
        v.append(b > 0 ? "," : "").append(110 / 109.0 * ((a == b ? t[a] : 0) - t[a] * t[b] / 110));
      }
      v.append(']');
    }
    Files.writeString(file, sums(v + "]"));
    Path out = folder.resolve("figures.csv");
    Outcome outcome = run("figures", file.toString(), "-o", out.toString());
    assertThat(outcome.code()).as(outcome.errors()).isZero();
    var lines = Files.readAllLines(out);
    assertThat(lines).hasSize(2).first().isEqualTo("item,choice,share,se,low,high,n,base,df");
    String[] cells = lines.get(1).split(",", -1);
    assertThat(Double.parseDouble(cells[2])).isCloseTo(0.4, within(1e-12));
    assertThat(Double.parseDouble(cells[3]))
        .isCloseTo(Math.sqrt(110 / 109.0 * 0.24 / 100), within(1e-12));
    assertThat(Double.parseDouble(cells[4])).isBetween(0.29, 0.31);
    assertThat(Double.parseDouble(cells[5])).isBetween(0.49, 0.51);
    assertThat(cells).endsWith("40", "100", "99");
  }

  @Test
  void malformedSumsAreRefusedWithASentence(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("sums.json");
    Path out = folder.resolve("figures.csv");
    String[][] wrong = {
      {"{\"level\": ", "is not JSON"},
      {"[]", "'level' must be a number"},
      {"{\"level\": 0.95, \"items\": []}", "'items' must be a list that is not empty"},
      {sums("[[1]]"), "item trust: 'covariance' must have a row for each of the 3 entries"},
      {sums("[[1,0,0],[5,1,0],[0,0,1]]"), "'covariance' must be symmetric"},
      {sums("[[1,0,0],[0,1,0],[0,0,-1]]"), "no negative variance"},
      {sums("[[1,0,0],[0,\"x\",0],[0,0,1]]"), "'covariance' must be a number"},
      {sums("[]").replace("110", "90"), "110 answers from 90 sheets"},
    };
    for (String[] one : wrong) {
      Files.writeString(file, one[0]);
      Outcome outcome = run("figures", file.toString(), "-o", out.toString());
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.errors()).startsWith("error: ").contains(one[1]);
      assertThat(out).doesNotExist();
    }
  }
}
