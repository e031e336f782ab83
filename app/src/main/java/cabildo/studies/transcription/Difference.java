package cabildo.studies.transcription;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where two people read differently on the same sheet.
///
/// @param first what the first keyed; empty for nothing
public record Difference(String path, String first, String second) {

  /// In the order in which the first keyed them; what only the second has comes after.
  static List<Difference> between(Map<String, String> first, Map<String, String> second) {
    Set<String> paths = new LinkedHashSet<>(first.keySet());
    paths.addAll(second.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String path : paths) {
      String one = first.getOrDefault(path, "");
      String other = second.getOrDefault(path, "");
      if (!one.equals(other)) {
        differences.add(new Difference(path, one, other));
      }
    }
    return List.copyOf(differences);
  }
}
