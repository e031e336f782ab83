package cabildo.statistics.stream;

/// A partition of (unit, cell) groups into domains: municipalities, regions, sexes, …
///
/// @param count number of domains
/// @param ofGroup domain of group unit × cells + cell; -1 belongs to none
@SuppressWarnings("ArrayRecordComponent")
public record Domains(int count, int[] ofGroup) {
  /// Domains that are unions of strata: a municipality, region or state per stratum.
  public static Domains ofStrata(PsuItemTable table, int[] domainOfStratum, int count) {
    int[] of = new int[table.units().psus() * table.cells()];
    for (int group = 0; group < of.length; group++) {
      of[group] = domainOfStratum[table.units().stratumOfPsu()[group / table.cells()]];
    }
    return new Domains(count, of);
  }

  /// Domains that are cells.
  public static Domains ofCells(PsuItemTable table, int[] domainOfCell, int count) {
    int[] of = new int[table.units().psus() * table.cells()];
    for (int group = 0; group < of.length; group++) {
      of[group] = domainOfCell[group % table.cells()];
    }
    return new Domains(count, of);
  }

  /// Everyone.
  public static Domains whole(PsuItemTable table) {
    return new Domains(1, new int[table.units().psus() * table.cells()]);
  }

  /// Groups of each domain in order.
  int[][] groups() {
    int[] size = new int[count];
    for (int domain : ofGroup) {
      if (domain >= 0) {
        size[domain]++;
      }
    }
    int[][] out = new int[count][];
    for (int d = 0; d < count; d++) {
      out[d] = new int[size[d]];
    }
    int[] filled = new int[count];
    for (int group = 0; group < ofGroup.length; group++) {
      int d = ofGroup[group];
      if (d >= 0) {
        out[d][filled[d]++] = group;
      }
    }
    return out;
  }
}
