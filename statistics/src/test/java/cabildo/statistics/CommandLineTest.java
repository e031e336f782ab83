package cabildo.statistics;

import static org.assertj.core.api.Assertions.assertThat;

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
}
