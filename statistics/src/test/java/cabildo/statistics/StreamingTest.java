package cabildo.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.statistics.bench.SyntheticNation;
import cabildo.statistics.data.Table;
import cabildo.statistics.data.TableException;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Estimate;
import cabildo.statistics.estimate.TaylorEstimator;
import cabildo.statistics.stream.ColumnarSample;
import cabildo.statistics.stream.Domains;
import cabildo.statistics.stream.MicrodataCsv;
import cabildo.statistics.stream.PsuItemTable;
import cabildo.statistics.stream.TableBootstrap;
import cabildo.statistics.stream.TableMeans;
import cabildo.statistics.stream.Units;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine for national files: exact sums, any order, any number of threads.
@NullMarked
class StreamingTest {
  private static final int ROWS = 60_000;
  private final Units units = new SyntheticNation(ROWS, true).units();

  private Domains municipalities(PsuItemTable table) {
    return Domains.ofStrata(table, IntStream.range(0, units.strata()).toArray(), units.strata());
  }

  @Test
  void theNumberOfThreadsDoesNotChangeASingleBit() {
    ColumnarSample sample = new SyntheticNation(ROWS, false).sample();
    PsuItemTable one = PsuItemTable.of(sample, units, 1, 1);
    TableMeans means = TableMeans.of(one, municipalities(one), 1);
    TableBootstrap bootstrap = TableBootstrap.of(one, municipalities(one), 20, 5, 1);
    for (int threads : new int[] {2, 3, 7}) {
      PsuItemTable many = PsuItemTable.of(sample, units, 1, threads);
      assertThat(many.hasSameSums(one)).as(threads + " threads").isTrue();
      assertThat(TableMeans.of(many, municipalities(many), threads).isIdenticalTo(means)).isTrue();
      assertThat(
              TableBootstrap.of(many, municipalities(many), 20, 5, threads)
                  .isIdenticalTo(bootstrap))
          .isTrue();
    }
  }

  @Test
  void tablesMergeAndAnswersCanBeTakenOutAgain() {
    ColumnarSample sample = new SyntheticNation(2_000, false).sample();
    PsuItemTable whole = PsuItemTable.of(sample, units, 1, 2);
    PsuItemTable even = new PsuItemTable(units, 1, sample.items());
    PsuItemTable odd = new PsuItemTable(units, 1, sample.items());
    for (int row = 0; row < sample.rows(); row++) {
      byte[] answers = new byte[sample.items()];
      System.arraycopy(sample.answers(), row * sample.items(), answers, 0, answers.length);
      (row % 2 == 0 ? even : odd).add(sample.psu()[row], 0, sample.weight()[row], answers);
      odd.add(sample.psu()[row], 0, 3.25, answers);
      odd.remove(sample.psu()[row], 0, 3.25, answers);
    }
    even.merge(odd);
    assertThat(even.hasSameSums(whole)).isTrue();
  }

  @Test
  void theTableGivesTheSameEstimatesAsTheMicrodata() {
    Table table = Samples.table(42, 6, 5, 8);
    SurveyDesign design = Samples.design(table);
    double[] y = table.numbers("y");
    ColumnarSample.Builder rows = new ColumnarSample.Builder(1);
    int[] stratumOfPsu = new int[design.psus()];
    for (int k = 0; k < table.rows(); k++) {
      stratumOfPsu[design.psu(k)] = design.stratumOfPsu(design.psu(k));
      rows.add(
          design.psu(k),
          k % 2,
          (float) design.weight(k),
          new byte[] {(byte) (Double.isNaN(y[k]) ? -1 : y[k])},
          0);
    }
    PsuItemTable sums =
        PsuItemTable.of(rows.build(), Units.of(stratumOfPsu, design.strata()), 2, 2);
    TableMeans whole = TableMeans.of(sums, Domains.whole(sums), 1);
    TableMeans halves = TableMeans.of(sums, Domains.ofCells(sums, new int[] {0, 1}, 2), 2);
    assertAgrees(whole, 0, TaylorEstimator.mean(design, y, Samples.all(table), 0.95));
    for (int cell = 0; cell < 2; cell++) {
      boolean[] domain = new boolean[table.rows()];
      for (int k = 0; k < domain.length; k++) {
        domain[k] = k % 2 == cell;
      }
      assertAgrees(halves, cell, TaylorEstimator.mean(design, y, domain, 0.95));
    }
  }

  private static void assertAgrees(TableMeans means, int domain, Estimate estimate) {
    Percentage exact = Percentage.withPercentage(1e-10);
    assertThat(Numbers.orNaN(means.mean(domain, 0)))
        .isCloseTo(Numbers.orNaN(estimate.estimate()), exact);
    assertThat(Numbers.orNaN(means.se(domain, 0))).isCloseTo(Numbers.orNaN(estimate.se()), exact);
    assertThat(means.df()[domain]).isEqualTo(estimate.dfDomain());
    assertThat(means.n()[domain]).isEqualTo(estimate.n());
  }

  @Test
  void aFileComesBackAsTheRowsThatWereWritten(@TempDir Path folder) throws Exception {
    ColumnarSample sample = new SyntheticNation(5_000, false).sample();
    Path file = folder.resolve("national.csv");
    SyntheticNation.write(sample, file);
    var layout =
        new MicrodataCsv.Layout(
            "mun",
            "psu",
            "w",
            IntStream.range(0, SyntheticNation.ITEMS).mapToObj(i -> "q" + i).toList());
    MicrodataCsv read = MicrodataCsv.read(file, layout, done -> {});
    assertThat(read.sample().answers()).isEqualTo(sample.answers());
    assertThat(read.sample().weight()).isEqualTo(sample.weight());
    PsuItemTable table = PsuItemTable.of(read.sample(), read.units(), 1, 2);
    assertThat(table.units().psus()).isLessThanOrEqualTo(units.psus());
  }

  @Test
  void aWrongCellIsNamedByLineAndColumn(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("wrong.csv");
    var layout = new MicrodataCsv.Layout("mun", "psu", "w", List.of("a", "b"));
    Files.writeString(file, "mun,psu,w,a,b\nx,1,2.5,1,\n\"x, y\",1,2.5,300,0\n");
    assertThatThrownBy(() -> MicrodataCsv.read(file, layout, done -> {}))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("column a")
        .hasMessageContaining("300");
    Files.writeString(file, "mun,psu,w,a,b\nx,1,-2,1,1\n");
    assertThatThrownBy(() -> MicrodataCsv.read(file, layout, done -> {}))
        .hasMessageContaining("line 2, column w");
    Files.writeString(file, "mun,psu,w,a,b\nx,1,2,1\n");
    assertThatThrownBy(() -> MicrodataCsv.read(file, layout, done -> {}))
        .hasMessageContaining("line 2, column b")
        .hasMessageContaining("ends too early");
  }
}
