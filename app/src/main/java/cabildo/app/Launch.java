package cabildo.app;

import cabildo.db.CannotStart;
import cabildo.db.DataFolder;
import cabildo.db.DatabaseAddress;
import cabildo.db.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// One start of the program: the database first, then Spring on top of it; and the stop, in the
/// opposite order.
final class Launch {
  private static final PrintStream CONSOLE = System.out;
  private static final int OLDEST_POSTGRESQL = 18;

  /// Warnings only, and no report of Spring's own about a failed start: `Main` says what happened.
  private static final Map<String, Object> QUIET =
      Map.of(
          "logging.level.root", "warn",
          "logging.level.org.springframework.boot.SpringApplication", "off",
          "logging.level.org.springframework.boot.diagnostics", "off",
          "logging.level.org.springframework.boot.web.server.servlet.context", "error",
          "spring.main.log-startup-info", "false");

  private final Listening listening;
  private final Path data;
  private final boolean demonstration;
  private @Nullable EmbeddedPostgres postgres;
  private @Nullable ConfigurableApplicationContext context;
  private boolean stopping;

  Launch(Listening listening, Path data, boolean demonstration) {
    this.listening = listening;
    this.data = data;
    this.demonstration = demonstration;
  }

  /// Starts on PostgreSQL in the data folder, and stops it again when the program ends.
  void withEmbeddedDatabase() {
    listening.check();
    announce(start(startDatabase(EmbeddedPostgres.Settings.durable(data))));
  }

  /// Starts on a database that somebody else runs.
  void with(DatabaseAddress database) {
    listening.check();
    DataFolder.prepare(data);
    checkServer(database);
    stopAtExit();
    announce(start(database));
  }

  /// Starts on a throw-away database, reads the first pages, and says nothing.
  void rehearse(EmbeddedPostgres.Settings settings) {
    ConfigurableApplicationContext running = start(startDatabase(settings));
    try (HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      for (String page :
          List.of(
              "", "es", "en", "en/reports/mxmex0009-end-of-commitment", "en/accounts/sign-in")) {
        URI address = URI.create(listening.url(port(running)) + page);
        client.send(
            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      }
    } catch (IOException e) {
      throw new CannotStart("The rehearsal could not read its own pages: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private DatabaseAddress startDatabase(EmbeddedPostgres.Settings settings) {
    stopAtExit();
    EmbeddedPostgres started =
        EmbeddedPostgres.start(settings, () -> say("Creating the database in " + settings.data()));
    synchronized (this) {
      postgres = started;
      if (stopping) {
        started.close();
      }
    }
    return started.address();
  }

  private ConfigurableApplicationContext start(DatabaseAddress database) {
    SpringApplication application = new SpringApplication(Cabildo.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setDefaultProperties(QUIET);
    application.setRegisterShutdownHook(false);
    application.addInitializers(this::remember);
    return application.run(properties(database).toArray(String[]::new));
  }

  private List<String> properties(DatabaseAddress database) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--server.address=" + listening.host(),
                "--server.port=" + listening.port(),
                "--cabildo.data=" + data,
                "--cabildo.demo=" + demonstration));
    if (!database.user().isEmpty()) {
      all.add("--spring.datasource.username=" + database.user());
      all.add("--spring.datasource.password=" + database.password());
    }
    return all;
  }

  private synchronized void remember(ConfigurableApplicationContext made) {
    context = made;
  }

  private void announce(ConfigurableApplicationContext running) {
    say("Cabildo is ready: " + listening.url(port(running)));
    running
        .getBeanProvider(StartupNotice.class)
        .orderedStream()
        .flatMap(notice -> notice.lines().stream())
        .forEach(Launch::say);
  }

  private static void say(String line) {
    CONSOLE.println(line);
    CONSOLE.flush();
  }

  private static int port(ConfigurableApplicationContext running) {
    return running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static void checkServer(DatabaseAddress database) {
    DriverManager.setLoginTimeout(10);
    try (Connection connection = database.connect()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < OLDEST_POSTGRESQL) {
        throw new CannotStart(
            "Cabildo needs PostgreSQL %d or newer, and %s is PostgreSQL %d."
                .formatted(OLDEST_POSTGRESQL, database.shown(), major));
      }
    } catch (SQLException e) {
      throw new CannotStart(
          "The database %s does not let Cabildo in: %s."
              .formatted(database.shown(), StartFailure.firstLine(e)),
          e);
    }
  }

  private void stopAtExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  private void stop() {
    ConfigurableApplicationContext running;
    EmbeddedPostgres database;
    synchronized (this) {
      stopping = true;
      running = context;
      database = postgres;
    }
    if (running != null) {
      running.close();
    }
    if (database != null) {
      database.close();
    }
  }
}
