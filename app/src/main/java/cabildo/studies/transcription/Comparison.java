package cabildo.studies.transcription;

import java.util.List;

/// Two keyings of one sheet beside each other. What one person has not finished is never shown to
/// the other.
///
/// @param agreed how many answers both read alike
public record Comparison(String first, String second, int agreed, List<Line> lines) {

  /// Where they differ.
  ///
  /// @param question as the sheet asks it
  /// @param firstSaid the answer in words; empty for none
  public record Line(String path, String question, String firstSaid, String secondSaid) {}
}
