package cabildo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// PostgreSQL has one schema for each capability, and SQL keeps to the floors as code does.
class SqlTest {
  private static final String TABLE = "([a-z_]+)\\.([a-z_]+)";
  private static final Pattern WRITES =
      Pattern.compile(
          "(?i)\\b(insert\\s+into|update|delete\\s+from|truncate|merge\\s+into|copy)\\s+" + TABLE);
  private static final Pattern READS = Pattern.compile("(?i)\\b(from|join|using|,)\\s+" + TABLE);

  /// The loader of the demonstration world writes what happened in past years, with the dates of
  /// those years; no verb of the domain may do that.
  private static final String BACK_DATED = "app/src/main/java/cabildo/app/demo/";

  @Test
  void aCapabilityWritesOnlyItsOwnSchema() {
    Set<String> trespasses = new TreeSet<>();
    for (var source : Sources.java()) {
      for (String literal : Sources.literals(source.text())) {
        WRITES
            .matcher(literal)
            .results()
            .filter(found -> !found.group(2).equals(source.capability()))
            .filter(_ -> !source.path().startsWith(BACK_DATED))
            .forEach(found ->
                trespasses.add(source.path() + " writes " + found.group(2) + "." + found.group(3)));
      }
    }
    assertThat(trespasses).as("call the plural class of that noun instead").isEmpty();
  }

  @Test
  void aCapabilityReadsOnlyItsOwnSchemaAndThoseBelow() {
    Set<String> trespasses = new TreeSet<>();
    for (var source : Sources.java()) {
      for (String literal : Sources.literals(source.text())) {
        READS
            .matcher(literal)
            .results()
            .filter(found -> Floors.has(found.group(2)))
            .filter(found -> !Floors.mayUse(source.capability(), found.group(2)))
            .forEach(found ->
                trespasses.add(source.path() + " reads " + found.group(2) + "." + found.group(3)));
      }
    }
    assertThat(trespasses).as("ask for it on a higher floor").isEmpty();
  }

  @Test
  void aMigrationTouchesOnlyTheCapabilitiesOfItsName() {
    Set<String> trespasses = new TreeSet<>();
    Pattern makes = Pattern.compile("(?im)^\\s*(?:create|alter) table (?:if exists )?" + TABLE);
    for (var migration : Sources.in(Sources.MIGRATIONS, ".sql")) {
      makes
          .matcher(migration.text())
          .results()
          .map(found -> found.group(1))
          .filter(schema -> !Floors.has(schema))
          .forEach(schema -> trespasses.add(migration.path() + " makes a table in " + schema));
    }
    assertThat(trespasses).as("a schema is named as its capability").isEmpty();
  }
}
