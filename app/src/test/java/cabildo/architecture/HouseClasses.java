package cabildo.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/// The compiled program, read once for all house tests.
final class HouseClasses {
  static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("cabildo");

  private HouseClasses() {}

  static String capability(JavaClass one) {
    String[] parts = one.getPackageName().split("[.]", -1);
    return parts.length > 1 ? parts[1] : "";
  }

  /// The package below `cabildo`, as in `studies.sampling`.
  static String room(JavaClass one) {
    return one.getPackageName().substring("cabildo".length()).replaceFirst("^[.]", "");
  }

  /// What one class of ours needs of another, between capabilities or within.
  static List<Dependency> dependencies() {
    return MAIN.stream()
        .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
        .filter(use -> use.getTargetClass().getPackageName().startsWith("cabildo."))
        .toList();
  }
}
