package cabildo.instruments;

import cabildo.instruments.expressions.ExpressionFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds what a reference in an expression means, from where it stands.
public final class References {
  /// Marks the path of a column of a choice, which no item can have.
  public static final String COLUMN = "#";

  private final Map<String, List<String>> byName = new HashMap<>();

  private References() {}

  public static References of(Definition definition) {
    var references = new References();
    references.collect(definition.children(), "");
    return references;
  }

  private void collect(List<Node> nodes, String prefix) {
    for (Node node : nodes) {
      String path = prefix + node.name();
      byName.computeIfAbsent(node.name(), _ -> new ArrayList<>()).add(path);
      if (node instanceof Group group) {
        collect(group.children(), path + "/");
      }
    }
  }

  /// @param written `${name}`, `/data/group/name`, `../name`, or the name of a column
  /// @param from the path of the item that asks
  public String find(String written, String from, boolean overColumns) {
    if (written.startsWith("${")) {
      return named(written.substring(2, written.length() - 1).strip(), from);
    }
    if (written.startsWith("/")) {
      int second = written.indexOf('/', 1);
      return there(second < 0 ? "" : written.substring(second + 1), written);
    }
    if (written.startsWith(".")) {
      return there(relative(written, from), written);
    }
    if (overColumns) {
      return COLUMN + written;
    }
    throw new ExpressionFault("'" + written + "' means nothing here; write ${" + written + "}");
  }

  /// Where several have the name, the one that shares most groups with who asks.
  private String named(String name, String from) {
    List<String> found = byName.getOrDefault(name, List.of());
    return found.stream()
        .max((a, b) -> Integer.compare(shared(a, from), shared(b, from)))
        .orElseThrow(() -> new ExpressionFault("there is no question '" + name + "'"));
  }

  private static int shared(String a, String b) {
    int end = Math.min(a.length(), b.length());
    int last = 0;
    for (int i = 0; i < end && a.charAt(i) == b.charAt(i); i++) {
      if (a.charAt(i) == '/') {
        last = i + 1;
      }
    }
    return last;
  }

  private static String relative(String written, String from) {
    List<String> way = new ArrayList<>(List.of(from.split("/", -1)));
    for (String step : written.split("/", -1)) {
      switch (step) {
        case "." -> {}
        case ".." -> {
          if (way.isEmpty()) {
            throw new ExpressionFault("'" + written + "' leads out of the form");
          }
          way.removeLast();
        }
        default -> way.add(step);
      }
    }
    return String.join("/", way);
  }

  private String there(String path, String written) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!byName.getOrDefault(name, List.of()).contains(path)) {
      throw new ExpressionFault("'" + written + "' leads to no question");
    }
    return path;
  }
}
