package cabildo.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;

/// PostgreSQL that comes with the program: a real server in a data folder, on the loopback address,
/// with a password of its own. One program at a time holds a data folder. A server that an earlier,
/// killed program left behind is stopped first; a server that dies while the program runs is
/// started again on the same port.
public final class EmbeddedPostgres implements AutoCloseable {
  /// The database that Cabildo lives in, and the role that owns it.
  public static final String CABILDO = "cabildo";

  private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final int RESTARTS = 5;
  private static final Duration SHORT_LIFE = Duration.ofSeconds(10);

  private final FolderLock lock;
  private final Cluster cluster;
  private final Path log;
  private final int port;
  private Server server;
  private int restarts;
  private long startedNanos = System.nanoTime();
  private boolean closed;

  private EmbeddedPostgres(FolderLock lock, Cluster cluster, Path log, Server server) {
    this.lock = lock;
    this.cluster = cluster;
    this.log = log;
    this.server = server;
    this.port = server.port();
  }

  /// Where the data lie, where the programs are unpacked, and whether the data must survive a power
  /// cut.
  public record Settings(Path data, Path binaries, boolean durable) {
    public static Settings durable(Path data) {
      return new Settings(data, data, true);
    }

    /// For tests: nothing waits for the disk, so a crash of the machine may lose the cluster.
    public static Settings forTests(Path data) {
      return new Settings(data, data, false);
    }

    public Settings withBinaries(Path folder) {
      return new Settings(data, folder, durable);
    }
  }

  /// Starts the server of a data folder, making folder and database when they are absent.
  ///
  /// @throws CannotStart with one sentence for the person who starts it
  public static EmbeddedPostgres start(Path dataFolder) {
    return start(Settings.durable(dataFolder), () -> {});
  }

  /// Starts the server with the given settings.
  ///
  /// @throws CannotStart with one sentence for the person who starts it
  public static EmbeddedPostgres start(Settings settings) {
    return start(settings, () -> {});
  }

  /// Starts the server, and says so beforehand when it has to make a new database, which takes some
  /// seconds.
  ///
  /// @throws CannotStart with one sentence for the person who starts it
  public static EmbeddedPostgres start(Settings settings, Runnable beforeMaking) {
    Path data = settings.data().toAbsolutePath().normalize();
    FolderLock lock = FolderLock.take(data);
    boolean started = false;
    try {
      if (!Files.isDirectory(Cluster.folderIn(data))) {
        beforeMaking.run();
      }
      Files.createDirectories(settings.binaries());
      PostgresBinaries binaries =
          PostgresBinaries.unpackedIn(settings.binaries().toAbsolutePath().normalize());
      Cluster cluster = Cluster.in(data.toRealPath(), binaries, settings.durable());
      Path log = data.resolve("database.log");
      EmbeddedPostgres postgres =
          new EmbeddedPostgres(lock, cluster, log, Server.start(cluster, log));
      postgres.watch(postgres.server);
      started = true;
      return postgres;
    } catch (IOException e) {
      throw new CannotStart(
          "The database in %s cannot be prepared: %s".formatted(data, e.getMessage()), e);
    } finally {
      if (!started) {
        release(lock);
      }
    }
  }

  public DatabaseAddress address() {
    return address(CABILDO);
  }

  public DatabaseAddress address(String database) {
    return new DatabaseAddress(jdbcUrl(database), user(), password());
  }

  public String jdbcUrl() {
    return jdbcUrl(CABILDO);
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public String user() {
    return CABILDO;
  }

  public String password() {
    return cluster.password();
  }

  /// A new database that `cabildo` owns, as a copy of the template; nobody may be connected to the
  /// template.
  public DatabaseAddress createDatabase(String name, String template) throws SQLException {
    administer(
        "create database %s template %s owner cabildo".formatted(checked(name), checked(template)));
    return address(name);
  }

  /// A new, empty database that `cabildo` owns.
  public DatabaseAddress createDatabase(String name) throws SQLException {
    return createDatabase(name, "template1");
  }

  /// Ends the sessions of a database and removes it; nothing happens when it is absent.
  public void dropDatabase(String name) throws SQLException {
    administer("drop database if exists %s with (force)".formatted(checked(name)));
  }

  private void administer(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(jdbcUrl("postgres"), "postgres", password());
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a database name: " + name);
    }
    return name;
  }

  private void watch(Server watched) {
    var _ = watched.onExit().thenRunAsync(() -> restart(), task -> Thread.ofVirtual().start(task));
  }

  private synchronized void restart() {
    boolean livedLong = System.nanoTime() - startedNanos > SHORT_LIFE.toNanos();
    restarts = livedLong ? 1 : restarts + 1;
    if (closed || restarts > RESTARTS) {
      return;
    }
    startedNanos = System.nanoTime();
    LOG.log(
        System.Logger.Level.WARNING, "The database server ended unexpectedly; starting it again");
    try {
      server = Server.start(cluster, log, port);
      watch(server);
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The database server cannot be started again", e);
    }
  }

  /// The server's process number.
  public synchronized long pid() {
    return server.process().pid();
  }

  /// Stops the server and lets go of the folder. Doing it twice is harmless.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      server.stop();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The database server could not be stopped", e);
    } finally {
      release(lock);
    }
  }

  private static void release(FolderLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The lock file could not be closed", e);
    }
  }
}
