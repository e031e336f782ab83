package cabildo.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.db.EmbeddedPostgres.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  private static final Path BINARIES = Path.of("target", "postgresql");

  @TempDir static Path prepared;

  @TempDir Path parent;
  private Path folder = Path.of("");
  private final List<EmbeddedPostgres> started = new ArrayList<>();

  @BeforeAll
  static void make_a_database_from_nothing() {
    EmbeddedPostgres.start(Settings.forTests(prepared).withBinaries(BINARIES)).close();
  }

  @BeforeEach
  void copy_it() throws Exception {
    folder = parent.resolve("data with spaces");
    new ProcessBuilder("cp", "-a", prepared.toString(), folder.toString()).start().waitFor();
  }

  @AfterEach
  void stopAll() {
    started.forEach(EmbeddedPostgres::close);
  }

  @Test
  void makes_a_database_with_what_the_schema_needs() throws Exception {
    EmbeddedPostgres postgres = start();

    assertThat(
            ask(
                postgres,
                "select current_user || ' ' || current_setting('server_version_num')::int / 10000"))
        .isEqualTo("cabildo 18");
    assertThat(ask(postgres, "select collname from pg_collation where collname = 'es-x-icu'"))
        .isEqualTo("es-x-icu");
    assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
    assertThat(ask(postgres, "select lower('ÁRBOL')")).isEqualTo("árbol");
    assertThat(ask(postgres, "select usesuper from pg_user where usename = 'cabildo'"))
        .isEqualTo("f");
    run(postgres, "create extension pg_trgm");
    assertThat(ask(postgres, "select show_trgm('ñ') <> '{}'")).isEqualTo("t");
  }

  @Test
  void waits_for_the_disk_unless_a_test_says_otherwise() throws Exception {
    EmbeddedPostgres durable = startDurable();

    assertThat(
            ask(
                durable,
                "select current_setting('fsync') || current_setting('synchronous_commit')"))
        .isEqualTo("onon");
  }

  @Test
  void keeps_its_data_and_its_password_over_a_restart() throws Exception {
    EmbeddedPostgres first = start();
    run(first, "create table promise as select 'done' as word");
    first.close();

    EmbeddedPostgres second = start();

    assertThat(second.password()).isEqualTo(first.password());
    assertThat(ask(second, "select word from promise")).isEqualTo("done");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("database.password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void starts_the_server_again_when_it_is_killed() throws Exception {
    EmbeddedPostgres postgres = startDurable();
    run(postgres, "create table promise as select 'done' as word");
    long killed = postgres.pid();

    ProcessHandle.of(killed).orElseThrow().destroyForcibly();

    assertThat(askPatiently(postgres, "select word from promise")).isEqualTo("done");
    assertThat(postgres.pid()).isNotEqualTo(killed);
  }

  @Test
  void stops_a_server_that_a_killed_program_left_behind() throws Exception {
    EmbeddedPostgres first = start();
    run(first, "create table promise as select 'done' as word");
    Process orphan = orphan(first);

    EmbeddedPostgres second = start();

    assertThat(orphan.isAlive()).isFalse();
    assertThat(ask(second, "select word from promise")).isEqualTo("done");
  }

  @Test
  void is_not_fooled_by_a_pid_file_that_names_another_process() throws Exception {
    EmbeddedPostgres first = start();
    Path pidFile = folder.resolve("database/postmaster.pid");
    List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
    first.close();
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      lines.set(0, Long.toString(other.pid()));
      Files.write(pidFile, lines);

      EmbeddedPostgres second = start();

      assertThat(ask(second, "select 1")).isEqualTo("1");
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void begins_again_when_the_very_first_start_was_interrupted() throws Exception {
    Folders.delete(folder.resolve("database"));
    Files.createDirectories(folder.resolve("database.new/base"));
    Files.writeString(folder.resolve("database.new/PG_VERSION"), "18\n");
    Files.writeString(folder.resolve("database.password"), "half-made\n");

    EmbeddedPostgres postgres = start();

    assertThat(ask(postgres, "select 1")).isEqualTo("1");
    assertThat(folder.resolve("database.new")).doesNotExist();
  }

  @Test
  void makes_a_new_password_when_the_file_is_lost() throws Exception {
    start().close();
    Files.delete(folder.resolve("database.password"));

    assertThat(ask(start(), "select 1")).isEqualTo("1");
  }

  @Test
  void refuses_a_second_program_on_the_same_folder() {
    start();

    assertThatThrownBy(this::start)
        .isInstanceOf(CannotStart.class)
        .hasMessageMatching("Another Cabildo is running on the data folder .*: stop it, or .*\\.");
  }

  @Test
  void refuses_a_database_of_a_newer_postgresql() throws Exception {
    Files.writeString(folder.resolve("database/PG_VERSION"), "19\n");

    assertThatThrownBy(this::start)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("was made by PostgreSQL 19 and this Cabildo carries PostgreSQL 18")
        .hasMessageNotContaining("\n");
  }

  @Test
  void says_in_a_sentence_that_the_folder_cannot_be_written() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> EmbeddedPostgres.start(Path.of("/proc/cabildo")))
        .isInstanceOf(CannotStart.class)
        .hasMessageMatching(
            "The data folder /proc/cabildo cannot be written \\(.+\\): choose another one with --data\\.");
    assertThatThrownBy(() -> EmbeddedPostgres.start(file))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot be written (it is a file)");
  }

  @Test
  void lets_go_of_the_folder_when_it_cannot_start() throws Exception {
    Files.writeString(folder.resolve("database/PG_VERSION"), "19\n");
    assertThatThrownBy(this::start).isInstanceOf(CannotStart.class);
    Files.writeString(folder.resolve("database/PG_VERSION"), "18\n");

    assertThat(ask(start(), "select 1")).isEqualTo("1");
  }

  @Test
  void copies_a_template_for_each_test_class() throws Exception {
    EmbeddedPostgres postgres = start();
    DatabaseAddress template = postgres.createDatabase("template_world");
    run(template, "create table member as select 'Toluca' as name");

    DatabaseAddress copy = postgres.createDatabase("members_test", "template_world");

    assertThat(ask(copy, "select name from member")).isEqualTo("Toluca");
    postgres.dropDatabase("members_test");
    assertThatThrownBy(() -> ask(copy, "select 1")).isInstanceOf(SQLException.class);
  }

  private EmbeddedPostgres start() {
    return keep(EmbeddedPostgres.start(Settings.forTests(folder).withBinaries(BINARIES)));
  }

  private EmbeddedPostgres startDurable() {
    return keep(EmbeddedPostgres.start(Settings.durable(folder).withBinaries(BINARIES)));
  }

  private EmbeddedPostgres keep(EmbeddedPostgres postgres) {
    started.add(postgres);
    return postgres;
  }

  /// Stops the server and starts it again by hand, as a killed program would leave it: running, and
  /// nobody's child.
  private Process orphan(EmbeddedPostgres postgres) throws IOException {
    postgres.close();
    Cluster cluster =
        Cluster.in(
            folder.toRealPath(), PostgresBinaries.unpackedIn(BINARIES.toAbsolutePath()), false);
    return Server.start(cluster, folder.resolve("database.log")).process();
  }

  private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    return ask(postgres.address(), sql);
  }

  private static String ask(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static String askPatiently(EmbeddedPostgres postgres, String sql) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    Optional<SQLException> last = Optional.empty();
    while (System.nanoTime() < end) {
      try {
        return ask(postgres, sql);
      } catch (SQLException e) {
        last = Optional.of(e);
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw last.orElseThrow();
  }

  private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
    run(postgres.address(), sql);
  }

  private static void run(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
