package cabildo.instruments.xlsform;

import cabildo.instruments.Definition;
import cabildo.instruments.Group;
import cabildo.instruments.Node;
import cabildo.instruments.References;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes expressions as XForms want them: `${days}` becomes a path, from where it is asked.
final class XFormPaths {
  static final String ROOT = "/data/";
  private static final Pattern NAMED = Pattern.compile("\\$\\{([^}]*)}");

  /// An absolute path stands where no step before it does.
  private static final Pattern NAMED_OR_ABSOLUTE =
      Pattern.compile("\\$\\{[^}]*}|(?<![\\w)\\].*/])/[A-Za-z_][\\w.-]*(/[A-Za-z_][\\w.-]*)+");

  private final References references;
  private final Set<String> repeats = new HashSet<>();

  XFormPaths(Definition definition) {
    references = References.of(definition);
    collect(definition.children(), "");
  }

  private void collect(List<Node> nodes, String prefix) {
    for (Node node : nodes) {
      if (node instanceof Group group) {
        String path = prefix + group.name();
        if (group.repeat() != null) {
          repeats.add(path);
        }
        collect(group.children(), path + "/");
      }
    }
  }

  /// @param from the path of the item or group that asks
  /// @param inFilter within the predicate of a list, where `current()` leads back to who asks
  String expression(String text, String from, boolean inFilter) {
    boolean isAbsolute = text.contains("indexed-repeat");
    return NAMED_OR_ABSOLUTE
        .matcher(text)
        .replaceAll(found -> {
          String path = references.find(found.group(), from, false);
          return Matcher.quoteReplacement(isAbsolute ? ROOT + path : path(path, from, inFilter));
        });
  }

  /// The parts of a text: what is written as it is, and paths that are filled in while asking.
  List<String> parts(String text, String from) {
    List<String> parts = new java.util.ArrayList<>();
    Matcher found = NAMED.matcher(text);
    int done = 0;
    while (found.find()) {
      parts.add(text.substring(done, found.start()));
      parts.add(isThere(found.group(), from) ? expression(found.group(), from, false) : "");
      done = found.end();
    }
    parts.add(text.substring(done));
    return parts;
  }

  private boolean isThere(String written, String from) {
    try {
      references.find(written, from, false);
      return true;
    } catch (cabildo.instruments.expressions.ExpressionFault _) {
      return false;
    }
  }

  private String path(String path, String from, boolean inFilter) {
    int shared = sharedRepeat(path, from);
    if (shared < 0) {
      return ROOT + path;
    }
    long up = from.substring(shared).chars().filter(c -> c == '/').count();
    String start = inFilter ? "current()/" : "";
    String rest = path.length() > shared ? path.substring(shared) : "";
    String way = start + "../".repeat((int) up) + rest.replaceFirst("^/", "");
    return way.endsWith("/") ? way.substring(0, way.length() - 1) : way;
  }

  /// Where the path of the innermost repeat that both are in ends; -1 when there is none.
  private int sharedRepeat(String path, String from) {
    for (int end = from.lastIndexOf('/'); end > 0; end = from.lastIndexOf('/', end - 1)) {
      String repeat = from.substring(0, end);
      if (repeats.contains(repeat) && (path.startsWith(repeat + "/") || path.equals(repeat))) {
        return end;
      }
    }
    return -1;
  }
}
