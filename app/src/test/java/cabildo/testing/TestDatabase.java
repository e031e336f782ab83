package cabildo.testing;

import cabildo.db.DatabaseAddress;
import cabildo.db.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// One PostgreSQL for the whole run of the tests, and a new database for every kind of test.
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    DatabaseAddress address = fresh();
    TestPropertyValues.of(
            "spring.datasource.url=" + address.jdbcUrl(),
            "spring.datasource.username=" + address.user(),
            "spring.datasource.password=" + address.password(),
            // many kinds of test keep their connections beside each other on one server
            "spring.datasource.hikari.maximum-pool-size=6",
            "spring.datasource.hikari.minimum-idle=1")
        .applyTo(context);
  }

  /// A new, empty database.
  public static DatabaseAddress fresh() {
    try {
      String name = "test_" + NUMBER.incrementAndGet();
      Running.POSTGRES.dropDatabase(name);
      return Running.POSTGRES.createDatabase(name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Running {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.start(
              EmbeddedPostgres.Settings.forTests(Path.of("target", "test-postgres")));
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
      return postgres;
    }
  }
}
