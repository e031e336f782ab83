package cabildo.architecture;

import java.util.ArrayList;
import java.util.List;
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
          Set.of("comments", "glossary"),
          Set.of("evidence"),
          Set.of("accounts"),
          Set.of("members"),
          Set.of("ledger", "files", "mail"),
          Set.of("web"),
          Set.of("db", "text"),
          Set.of("kernel", "statistics"));

  private Floors() {}

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
