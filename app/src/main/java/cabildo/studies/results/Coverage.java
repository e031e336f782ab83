package cabildo.studies.results;

import cabildo.members.Territory;
import cabildo.studies.Stream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far the answers of one stream reach.
///
/// @param municipalities with at least one answer
/// @param ofMunicipalities of the study's territory
/// @param peopleShare of all people who live in the covered ones, 0 to 1
/// @param sheets answers that count
/// @param wellAnswered municipalities with at least `enough` answers
public record Coverage(
    Stream stream,
    int municipalities,
    int ofMunicipalities,
    double peopleShare,
    long sheets,
    int wellAnswered,
    int enough) {

  /// @param sheets by official code of the municipality
  static Coverage of(
      Stream stream, List<Territory> municipalities, Map<String, Long> sheets, int enough) {
    long people = 0;
    long covered = 0;
    int reached = 0;
    int well = 0;
    for (Territory municipality : municipalities) {
      long adults = Optional.ofNullable(municipality.adults()).orElse(municipality.population());
      long n = sheets.getOrDefault(municipality.code(), 0L);
      people += adults;
      covered += n > 0 ? adults : 0;
      reached += n > 0 ? 1 : 0;
      well += n >= enough ? 1 : 0;
    }
    long all = sheets.values().stream().mapToLong(Long::longValue).sum();
    double share = people == 0 ? 0 : (double) covered / people;
    return new Coverage(stream, reached, municipalities.size(), share, all, well, enough);
  }

  public double percent() {
    return 100 * peopleShare;
  }

  public int without() {
    return ofMunicipalities - municipalities;
  }
}
