package cabildo.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who stands on whom, from the top. A package uses floors below its own: never its own, never one
/// above. To move a package, move its word here and in `ARCHITECTURE.md`, and say why.
final class Floors {
  static final List<Set<String>> ALL =
      List.of(
          Set.of("app"),
          Set.of("opendata"),
          Set.of("reports"),
          Set.of("lessons"),
          Set.of("cocreation", "outreach", "secretariats", "studies"),
          Set.of("commitments"),
          Set.of("plans"),
          Set.of("comments", "glossary", "instruments"),
          Set.of("evidence"),
          Set.of("accounts"),
          Set.of("members", "mail"),
          Set.of("ledger", "files"),
          Set.of("web"),
          Set.of("db", "text"),
          Set.of("kernel", "statistics"));

  /// The rooms of the two large capabilities, from the top; the capability's own folder is the
  /// lowest. A room uses its own and those below it, as floors do.
  static final Map<String, List<Set<String>>> ROOMS =
      Map.of(
          "instruments",
          List.of(
              Set.of("instruments.editing"),
              Set.of("instruments.scoring", "instruments.xlsform"),
              Set.of("instruments"),
              Set.of("instruments.expressions")),
          "studies",
          List.of(
              Set.of("studies.office"),
              Set.of("studies.results"),
              Set.of("studies.fieldwork"),
              Set.of("studies.transcription"),
              Set.of("studies.collection", "studies.openrosa"),
              Set.of("studies.submissions"),
              Set.of("studies.assessments", "studies.requests"),
              Set.of("studies.sampling"),
              Set.of("studies")));

  private Floors() {}

  /// Whether a room may use another of the same capability.
  static boolean mayUseRoom(String user, String used) {
    if (user.equals(used)) {
      return true;
    }
    List<Set<String>> rooms = ROOMS.getOrDefault(user.split("[.]", -1)[0], List.of());
    return roomHeight(rooms, used) > roomHeight(rooms, user);
  }

  private static int roomHeight(List<Set<String>> rooms, String name) {
    for (int i = 0; i < rooms.size(); i++) {
      if (rooms.get(i).contains(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no list of rooms has " + name);
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    ALL.forEach(floor -> floor.stream().sorted().forEach(names::add));
    return names;
  }

  static boolean has(String name) {
    return ALL.stream().anyMatch(floor -> floor.contains(name));
  }

  static boolean mayUse(String user, String used) {
    return user.equals(used) || height(used) > height(user);
  }

  /// Counted from the top, because the list is read that way.
  private static int height(String name) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).contains(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no floor has " + name);
  }
}
