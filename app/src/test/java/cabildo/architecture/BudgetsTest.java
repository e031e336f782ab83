package cabildo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.architecture.Sources.Source;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How long a thing may be before it should be two. Each raised limit says why.
class BudgetsTest {
  private static final int JAVA_FILE = 250;
  private static final int STATISTICS_FILE = 400;
  private static final int METHOD = 40;

  /// An estimator names every quantity of its formula once, in order; cut up, it reads worse.
  private static final int ESTIMATOR = 55;

  private static final int HANDLER = 20;
  private static final int TEMPLATE = 90;
  private static final int MIGRATION = 120;
  private static final int TEST_CLASS = 400;
  private static final int CAPABILITY_FILES = 40;

  /// The end of a path, or `path#method`, and its limit.
  private static final Map<String, Integer> RAISED =
      Map.of(
          // sixteen rules, a versioned form and five groups of pages: one noun more than the others
          "capability reports", 60,
          // who is asked, by which link, and the form itself: the link runs through all of it
          "capability studies.collection", 52,
          // one measurement after the other, each a row of the table
          "StreamingBench.java#run", 65,
          // a row with all its columns, each on its line
          "LoadEvidence.java#item", 45,
          "OpeningTerritories.java#add", 45);

  @Test
  void filesStayShort() {
    Set<String> offenders = new TreeSet<>();
    check(offenders, Sources.java(), JAVA_FILE);
    check(offenders, Sources.in(Sources.STATISTICS, ".java"), STATISTICS_FILE);
    check(offenders, Sources.templates(), TEMPLATE);
    check(offenders, Sources.in(Sources.MIGRATIONS, ".sql"), MIGRATION);
    check(offenders, Sources.tests(), TEST_CLASS);
    assertThat(offenders).as("split these").isEmpty();
  }

  @Test
  void methodsAndHandlersStayShort() throws IOException {
    Set<String> offenders = new TreeSet<>();
    offenders.addAll(
        longMethods(Sources.both(Sources.java(), Sources.in(Sources.STATISTICS, ".java"))));
    assertThat(offenders).as("name a part of it").isEmpty();
  }

  @Test
  void capabilitiesStaySmall() {
    Map<String, Integer> counts = new TreeMap<>();
    Sources.java().stream() // templates are cut small on purpose: their number says nothing
        .filter(source -> !source.capability().equals("app")) // several folders, as many concerns
        .forEach(source -> counts.merge("capability " + source.room(), 1, Integer::sum));
    Set<String> offenders = new TreeSet<>();
    counts.forEach((name, count) -> {
      if (count > RAISED.getOrDefault(name, CAPABILITY_FILES)) {
        offenders.add(name + " has " + count + " Java files");
      }
    });
    assertThat(offenders).as("is there a second capability in it?").isEmpty();
  }

  private static void check(Set<String> offenders, List<Source> sources, int limit) {
    for (Source source : sources) {
      int most = RAISED.getOrDefault(source.file().getFileName().toString(), limit);
      int lines = source.lines().size();
      if (lines > most) {
        offenders.add(source.path() + " has " + lines + " lines; " + most + " are the limit");
      }
    }
  }

  private static Set<String> longMethods(List<Source> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var paths = sources.stream().map(Source::file).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      Set<String> found = new TreeSet<>();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodLengths(unit, positions, found).scan(unit, null);
      }
      return found;
    }
  }

  private static final class MethodLengths extends TreeScanner<@Nullable Object, @Nullable Object> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Set<String> found;

    MethodLengths(CompilationUnitTree unit, SourcePositions positions, Set<String> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public @Nullable Object visitMethod(MethodTree method, @Nullable Object nothing) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long length =
            lines.getLineNumber(positions.getEndPosition(unit, method))
                - lines.getLineNumber(positions.getStartPosition(unit, method.getBody()))
                + 1
                - linesOfTextBlocks(method.getBody().toString());
        String path = unit.getSourceFile().getName();
        String name = path.substring(path.lastIndexOf('/') + 1) + "#" + method.getName();
        int limit = RAISED.getOrDefault(name, limit(path, method));
        if (length > limit) {
          found.add(name + " has " + length + " lines; " + limit + " are the limit");
        }
      }
      return super.visitMethod(method, nothing);
    }

    private static int limit(String path, MethodTree method) {
      if (isHandler(method)) {
        return HANDLER;
      }
      return path.contains("/cabildo/statistics/") ? ESTIMATOR : METHOD;
    }

    /// SQL that is written out is not counted: it is one thing, read as one.
    private static long linesOfTextBlocks(String body) {
      return Pattern.compile("\\\\n").matcher(body).results().count();
    }

    private static boolean isHandler(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(one -> one.getAnnotationType().toString().endsWith("Mapping"));
    }
  }
}
