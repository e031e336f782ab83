package cabildo.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Statistics know nothing of the rest, and stay readable.
@NullMarked
class HouseTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("cabildo");

  @Test
  void theLibrarySeesNothingElseOfTheProject() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to another package of the project",
                (JavaClass c) ->
                    c.getPackageName().startsWith("cabildo")
                        && !c.getPackageName().startsWith("cabildo.statistics")))
        .check(CLASSES);
  }

  @Test
  void estimatorsDoNotKnowTheCommandLineOrFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..cli..", "..verify..", "..bench..", "..data..", "..stream..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..cli..", "..verify..", "..bench..", "picocli..", "tools.jackson..", "java.nio.file..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void filesStaySmall() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      List<String> long400 =
          files
              .filter(f -> f.toString().endsWith(".java"))
              .filter(f -> lines(f) > 400)
              .map(Path::toString)
              .toList();
      assertThat(long400).as("files above 400 lines").isEmpty();
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
