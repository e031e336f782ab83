package cabildo.architecture;

import cabildo.db.DatabaseAddress;
import cabildo.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/// The schema as the migrations leave it, with no row in it.
final class MigratedDatabase {
  private static final DatabaseAddress ADDRESS = migrated();

  private MigratedDatabase() {}

  private static DatabaseAddress migrated() {
    DatabaseAddress address = TestDatabase.fresh();
    Flyway.configure()
        .dataSource(address.jdbcUrl(), address.user(), address.password())
        .locations("classpath:db/migration")
        .defaultSchema("flyway")
        .load()
        .migrate();
    return address;
  }

  /// The first columns of every row, as text.
  static List<List<String>> rows(String sql) {
    try (Connection connection = ADDRESS.connect();
        var statement = connection.createStatement()) {
      statement.execute("set search_path = ''");
      List<List<String>> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(sql)) {
        int width = result.getMetaData().getColumnCount();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int column = 1; column <= width; column++) {
            row.add(String.valueOf(result.getString(column)));
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
