package cabildo.studies.transcription;

import cabildo.studies.LineFault;
import cabildo.studies.Table;
import java.util.ArrayList;
import java.util.List;

/// What a file of answers would bring, before anything is taken.
public final class DryRun {
  private final Table table;
  private final List<LineFault> header;
  private final List<ReadAnswers.Line> lines;
  private final int known;

  /// @param header faults of its columns
  /// @param known good lines that were taken before
  DryRun(Table table, List<LineFault> header, List<ReadAnswers.Line> lines, int known) {
    this.table = table;
    this.header = header;
    this.lines = lines;
    this.known = known;
  }

  Table table() {
    return table;
  }

  List<ReadAnswers.Line> lines() {
    return lines;
  }

  public int all() {
    return lines.size();
  }

  public int good() {
    return (int) lines.stream().filter(ReadAnswers.Line::isGood).count();
  }

  public int known() {
    return known;
  }

  public int bad() {
    return all() - good();
  }

  /// Those of the columns, then line by line.
  public List<LineFault> faults() {
    List<LineFault> all = new ArrayList<>(header);
    lines.forEach(line -> all.addAll(line.faults()));
    return all;
  }
}
