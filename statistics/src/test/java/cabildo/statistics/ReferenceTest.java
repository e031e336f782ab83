package cabildo.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cabildo.statistics.verify.Suite;
import cabildo.statistics.verify.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Reference values: R 4.2.2 with survey 4.1-1 and others, each case with its own tolerance.
class ReferenceTest {
  private static final Path OWN = Path.of("src/test/resources/reference/open");
  private static final Path SHARED = Path.of("../../shared/reference/open");

  @Test
  void everyCaseOnSyntheticDataAgrees() throws Exception {
    List<String> differences = new ArrayList<>();
    Verification verification = Verification.of(OWN, differences::add);
    assertThat(differences).as("fields that differ from the reference").isEmpty();
    assertThat(verification.passed()).as("cases evaluated").isGreaterThan(500);
    assertThat(verification.failed()).isZero();
  }

  @Test
  void everyCaseOnDataOfOtherLicencesAgrees() throws Exception {
    assumeTrue(
        Files.isDirectory(SHARED),
        "not run: " + SHARED + " with data under another licence is not there");
    Set<String> own = new HashSet<>();
    Suite.in(OWN).forEach(suite -> own.add(suite.name()));
    List<String> differences = new ArrayList<>();
    int passed = 0;
    for (Suite suite : Suite.in(SHARED)) {
      if (!own.contains(suite.name())) {
        passed += Verification.of(suite, differences::add).passed();
      }
    }
    assertThat(differences).as("fields that differ from the reference").isEmpty();
    assertThat(passed).as("cases evaluated").isGreaterThan(300);
  }
}
