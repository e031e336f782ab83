package cabildo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.architecture.Sources.Source;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Documents name what exists, and stay short enough to be read.
class DocsTest {
  private static final Pattern TICKED = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern PATH =
      Pattern.compile("(?!https?:)[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+/?");
  private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+([A-Z][a-z]*)*");
  private static final Map<String, Integer> LONGEST =
      Map.of("README.md", 80, "ARCHITECTURE.md", 200, "CONTRIBUTING.md", 120);

  /// Where a path in a document may begin.
  private static final List<String> ROOTS =
      List.of(
          "",
          "app",
          "app/src/main/java",
          "app/src/main/java/cabildo",
          "app/src/test/java",
          "app/src/test/java/cabildo",
          "app/src/main/resources");

  /// Words that look like classes of ours and are words, or headers, or the names that are not
  /// used.
  private static final Set<String> OTHERS =
      Set.of(
          "Clock",
          "JdbcClient",
          "Optional",
          "Warning",
          "Impl",
          "Manager",
          "Helper",
          "Util",
          "Base",
          "Service");

  @Test
  void theThreeDocumentsFitTheirSize() {
    Set<String> faults = new TreeSet<>();
    LONGEST.forEach((name, most) -> {
      int lines = Sources.read(Sources.ROOT.resolve(name)).lines().size();
      if (lines > most) {
        faults.add(name + " has " + lines + " lines; " + most + " are the limit");
      }
    });
    assertThat(faults).isEmpty();
  }

  @Test
  void theFloorsInArchitectureAreTheFloorsOfTheTest() {
    String text = Sources.read(Sources.ROOT.resolve("ARCHITECTURE.md")).text();
    String block = text.substring(text.indexOf("```floors") + 9);
    List<Set<String>> drawn =
        block
            .substring(0, block.indexOf("```"))
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.strip().split(" {3,}", 2)[0])
            .map(names -> Arrays.stream(names.split(" · ")).map(String::strip))
            .map(names -> names.collect(Collectors.toSet()))
            .toList();
    assertThat(drawn).isEqualTo(Floors.ALL);
  }

  @Test
  void everyPathThatADocumentNamesExists() {
    Set<String> missing = new TreeSet<>();
    for (Source document : documents()) {
      TICKED
          .matcher(document.text())
          .results()
          .map(found -> found.group(1))
          .filter(word -> PATH.matcher(word).matches() && !exists(word))
          .forEach(word -> missing.add(document.path() + " names " + word));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyClassThatADocumentNamesExists() {
    Set<String> known =
        Sources.both(
                Sources.both(Sources.java(), Sources.tests()),
                Sources.in(Sources.STATISTICS, ".java"))
            .stream()
            .map(source -> source.file().getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (String name : LONGEST.keySet()) {
      TICKED
          .matcher(Sources.read(Sources.ROOT.resolve(name)).text())
          .results()
          .map(found -> found.group(1))
          .filter(word -> CLASS.matcher(word).matches())
          .filter(word -> !known.contains(word) && !OTHERS.contains(word))
          .forEach(word -> missing.add(name + " names " + word));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> silent = new TreeSet<>();
    Sources.java().stream()
        .map(source -> source.file().getParent())
        .distinct()
        .filter(folder -> !folder.equals(Sources.MAIN.resolve("cabildo")))
        .forEach(folder -> {
          var front = folder.resolve("package-info.java");
          if (!Files.exists(front)) {
            silent.add(folder + " has no package-info.java");
          } else if (!Sources.read(front).text().startsWith("///")
              || !Sources.read(front).text().contains("@NullMarked")) {
            silent.add(front + " needs a text (///) and @NullMarked");
          }
        });
    assertThat(silent).isEmpty();
  }

  private static boolean exists(String path) {
    return path.startsWith("app/target/") // what a build leaves
        || ROOTS.stream().anyMatch(root -> Files.exists(Sources.ROOT.resolve(root).resolve(path)));
  }

  private static List<Source> documents() {
    List<Source> all = new ArrayList<>(Sources.in(Sources.ROOT.resolve("docs"), ".md"));
    LONGEST.keySet().forEach(name -> all.add(Sources.read(Sources.ROOT.resolve(name))));
    return all;
  }
}
