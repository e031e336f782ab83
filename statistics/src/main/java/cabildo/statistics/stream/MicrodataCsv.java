package cabildo.statistics.stream;

import cabildo.statistics.data.TableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/// Reads microdata in CSV straight into columns, without a text object per cell.
///
/// One line per respondent: labels of stratum and unit, a weight, and items as whole numbers from 0
/// to 127 or empty. Cells may be quoted, but a quoted cell stays on its line. Every refusal names
/// line, column and reason.
///
/// @param sample the rows
/// @param units units in the order of their strata
/// @param stratumNames label of every stratum
/// @param itemNames header of every item
public record MicrodataCsv(
    ColumnarSample sample, Units units, List<String> stratumNames, List<String> itemNames) {
  /// Copies the lists.
  public MicrodataCsv {
    stratumNames = List.copyOf(stratumNames);
    itemNames = List.copyOf(itemNames);
  }

  /// Which columns play which part.
  ///
  /// @param stratum header of the stratum column
  /// @param psu header of the unit column
  /// @param weight header of the weight column
  /// @param items headers of the items
  public record Layout(String stratum, String psu, String weight, List<String> items) {
    /// Copies the list and refuses an empty one.
    public Layout {
      items = List.copyOf(items);
      if (items.isEmpty()) {
        throw new IllegalArgumentException("at least one item is needed");
      }
    }
  }

  /// Reads a file.
  ///
  /// @param progress is told how many rows have been read, now and then
  /// @throws TableException when a column is absent or a cell is wrong
  public static MicrodataCsv read(Path file, Layout layout, LongConsumer progress)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new MicrodataReader(String.valueOf(file.getFileName()), in, layout, progress).read();
    }
  }
}
