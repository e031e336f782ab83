package cabildo.statistics.bench;

import cabildo.statistics.replicate.CounterRandom;
import cabildo.statistics.stream.ColumnarSample;
import cabildo.statistics.stream.Units;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A national file that never was: 2,469 municipalities × 20 units, 30 items.
///
/// @param rows respondents
/// @param sorted whether rows come unit by unit, as a closed study's snapshot has them
public record SyntheticNation(int rows, boolean sorted) {
  /// Municipalities of the country.
  public static final int MUNICIPALITIES = 2469;

  /// Units per municipality.
  public static final int UNITS = 20;

  /// Items of the questionnaire.
  public static final int ITEMS = 30;

  private static final long SEED = 7;

  /// Units and strata.
  public Units units() {
    int[] stratum = new int[MUNICIPALITIES * UNITS];
    for (int psu = 0; psu < stratum.length; psu++) {
      stratum[psu] = psu / UNITS;
    }
    return Units.of(stratum, MUNICIPALITIES);
  }

  /// The rows in columns.
  public ColumnarSample sample() {
    int[] psu = new int[rows];
    float[] weight = new float[rows];
    byte[] answers = new byte[rows * ITEMS];
    int units = MUNICIPALITIES * UNITS;
    for (int row = 0; row < rows; row++) {
      psu[row] =
          sorted ? (int) ((long) row * units / rows) : CounterRandom.below(units, SEED, 0, row, 0);
      weight[row] = 5 + CounterRandom.below(2000, SEED, 1, row, 0) / 8f;
      for (int item = 0; item < ITEMS; item++) {
        int draw = CounterRandom.below(100, SEED, 2, row, item);
        answers[row * ITEMS + item] = (byte) (draw < 5 ? -1 : (draw + psu[row]) % 5);
      }
    }
    return new ColumnarSample(ITEMS, psu, null, weight, answers);
  }

  /// Writes the same rows as CSV.
  public static void write(ColumnarSample sample, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      StringBuilder line = new StringBuilder("mun,psu,w");
      for (int item = 0; item < ITEMS; item++) {
        line.append(",q").append(item);
      }
      out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
      for (int row = 0; row < sample.rows(); row++) {
        line.setLength(0);
        int psu = sample.psu()[row];
        line.append(psu / UNITS)
            .append(',')
            .append(psu % UNITS)
            .append(',')
            .append(sample.weight()[row]);
        for (int item = 0; item < ITEMS; item++) {
          byte answer = sample.answers()[row * ITEMS + item];
          line.append(',');
          if (answer >= 0) {
            line.append(answer);
          }
        }
        out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
      }
    }
  }
}
