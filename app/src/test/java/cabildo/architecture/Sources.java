package cabildo.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files of the repository, as they are written.
final class Sources {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path MAIN = ROOT.resolve("app/src/main/java");
  static final Path TEST = ROOT.resolve("app/src/test/java");
  static final Path STATISTICS = ROOT.resolve("statistics/src/main/java");
  static final Path MIGRATIONS = ROOT.resolve("app/src/main/resources/db/migration");

  private Sources() {}

  /// @param path from the top of the repository
  record Source(Path file, String path, String text) {
    List<String> lines() {
      return text.lines().toList();
    }

    /// The capability whose folder holds it: `accounts` of `cabildo/accounts/People.java`.
    String capability() {
      for (Path root : List.of(MAIN, TEST, STATISTICS)) {
        if (file.startsWith(root) && root.relativize(file).getNameCount() > 2) {
          return root.relativize(file).getName(1).toString();
        }
      }
      return "";
    }

    /// The folder that counts as one: a room, or a capability without rooms.
    String room() {
      for (Path root : List.of(MAIN, TEST, STATISTICS)) {
        if (file.startsWith(root)) {
          Path parent = root.resolve("cabildo").relativize(file.getParent());
          return Floors.ROOMS.containsKey(capability())
              ? parent.toString().replace('/', '.')
              : capability();
        }
      }
      return "";
    }
  }

  static List<Source> in(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending) && !file.toString().contains("/target/"))
          .sorted()
          .map(Sources::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Source read(Path file) {
    try {
      return new Source(file, ROOT.relativize(file).toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Source> java() {
    return in(MAIN, ".java");
  }

  static List<Source> tests() {
    return in(TEST, ".java");
  }

  static List<Source> templates() {
    return in(MAIN, ".jte");
  }

  static List<Source> both(List<Source> some, List<Source> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /// The texts between quotes, with text blocks; what comments say is left out.
  static List<String> literals(String java) {
    List<String> found = new ArrayList<>();
    int i = 0;
    while (i < java.length()) {
      if (java.startsWith("//", i)) {
        i = end(java, "\n", i);
      } else if (java.startsWith("/*", i)) {
        i = end(java, "*/", i + 2);
      } else if (java.startsWith("\"\"\"", i)) {
        int end = end(java, "\"\"\"", i + 3);
        found.add(java.substring(i + 3, end - 3));
        i = end;
      } else if (java.charAt(i) == '"') {
        int end = closing(java, i + 1, '"');
        found.add(java.substring(i + 1, end));
        i = end + 1;
      } else if (java.charAt(i) == '\'') {
        i = closing(java, i + 1, '\'') + 1;
      } else {
        i++;
      }
    }
    return found;
  }

  /// The same text without its comments.
  static String code(String java) {
    return java.replaceAll("(?m)^\\s*//.*$", "").replaceAll("(?s)/\\*.*?\\*/", "");
  }

  private static int end(String text, String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? text.length() : at + mark.length();
  }

  private static int closing(String text, int from, char quote) {
    int i = from;
    while (i < text.length() && text.charAt(i) != quote) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, text.length());
  }
}
