package cabildo.app;

import cabildo.db.CannotStart;
import java.util.Arrays;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/// Brings the schema up to this program, and refuses a schema that is ahead of it: an older program
/// must not write there.
@Component
final class Migration implements FlywayMigrationStrategy {

  @Override
  public void migrate(Flyway flyway) {
    MigrationInfo current = flyway.info().current();
    if (current != null && current.getVersion() != null) {
      MigrationVersion carried =
          Arrays.stream(flyway.info().all())
              .filter(migration -> migration.getState().isResolved())
              .map(MigrationInfo::getVersion)
              .filter(Objects::nonNull)
              .max(MigrationVersion::compareTo)
              .orElse(MigrationVersion.EMPTY);
      if (current.getVersion().compareTo(carried) > 0) {
        throw new CannotStart(
            "The database belongs to a newer Cabildo (its schema is version %s, this program knows up to %s): start the newer program."
                .formatted(current.getVersion(), carried));
      }
    }
    flyway.migrate();
  }
}
