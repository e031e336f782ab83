package cabildo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.db.CannotStart;
import cabildo.db.DatabaseAddress;
import cabildo.db.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
  @TempDir Path folder;

  @Test
  void goes_forward_and_refuses_a_schema_that_is_ahead() throws Exception {
    EmbeddedPostgres.Settings settings =
        EmbeddedPostgres.Settings.forTests(folder.resolve("data"))
            .withBinaries(Path.of("target", "postgresql"));
    Path older = Files.createDirectories(folder.resolve("older"));
    Path newer = Files.createDirectories(folder.resolve("newer"));
    Files.writeString(older.resolve("V1__one.sql"), "create table one ();");
    Files.writeString(newer.resolve("V1__one.sql"), "create table one ();");
    Files.writeString(newer.resolve("V2__two.sql"), "create table two ();");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
      DatabaseAddress database = postgres.address();
      new Migration().migrate(flyway(database, older));
      new Migration().migrate(flyway(database, newer));
      new Migration().migrate(flyway(database, newer));
      assertThat(flyway(database, newer).info().current().getVersion().getVersion()).isEqualTo("2");

      assertThatThrownBy(() -> new Migration().migrate(flyway(database, older)))
          .isInstanceOf(CannotStart.class)
          .hasMessage(
              "The database belongs to a newer Cabildo (its schema is version 2, this program knows up to 1): start the newer program.");
    }
  }

  private static Flyway flyway(DatabaseAddress database, Path migrations) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations("filesystem:" + migrations)
        .load();
  }
}
