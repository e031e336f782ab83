package cabildo.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A PostgreSQL cluster on disk, made once: SCRAM passwords, checksums, UTF-8 with the built-in
/// C.UTF-8 locale. It has one superuser, `postgres`, and the role `cabildo`, which owns the
/// database `cabildo` and nothing else.
record Cluster(
    Path dataFolder,
    String password,
    ServerAccount account,
    PostgresBinaries binaries,
    boolean durable) {

  /// Opens the cluster in a data folder, or makes it. It appears whole or not at all.
  ///
  /// @throws CannotStart when a PostgreSQL of another major version made it
  static Cluster in(Path dataFolder, PostgresBinaries binaries, boolean durable)
      throws IOException {
    Path folder = folderIn(dataFolder);
    Path passwordFile = dataFolder.resolve("database.password");
    ServerAccount account = ServerAccount.choose(dataFolder, folder, binaries);
    boolean made = Files.isDirectory(folder);
    if (made) {
      checkVersion(folder);
      account.own(folder);
    }
    boolean passwordKept = made && Files.exists(passwordFile);
    if (!passwordKept) {
      writePassword(passwordFile);
    }
    Cluster cluster =
        new Cluster(dataFolder, Files.readString(passwordFile).strip(), account, binaries, durable);
    if (!made) {
      cluster.make(passwordFile);
    } else if (!passwordKept) {
      cluster.resetPasswords();
    }
    return cluster;
  }

  static Path folderIn(Path dataFolder) {
    return dataFolder.resolve("database");
  }

  Path folder() {
    return folderIn(dataFolder);
  }

  private static void checkVersion(Path folder) throws IOException {
    int major = Integer.parseInt(Files.readString(folder.resolve("PG_VERSION")).strip());
    if (major != PostgresBinaries.MAJOR) {
      String advice =
          major > PostgresBinaries.MAJOR
              ? "start the newer Cabildo that made it"
              : "start the older Cabildo that made it, or upgrade it with pg_upgrade";
      throw new CannotStart(
          "The database in %s was made by PostgreSQL %d and this Cabildo carries PostgreSQL %d: %s."
              .formatted(folder, major, PostgresBinaries.MAJOR, advice));
    }
  }

  private static void writePassword(Path file) throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Path half = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(half, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private void make(Path passwordFile) throws IOException {
    Path half = dataFolder.resolve("database.new");
    Folders.delete(half);
    Files.createDirectory(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    account.own(half);
    account.own(passwordFile);
    try {
      initialise(half, passwordFile, "C.UTF-8");
    } catch (IOException e) {
      initialise(half, passwordFile, "C"); // a machine without the C.UTF-8 locale
    }
    alone(
        half,
        "create role cabildo login password '" + password + "'",
        "create database cabildo owner cabildo");
    Files.move(half, folder(), StandardCopyOption.ATOMIC_MOVE);
  }

  /// The built-in provider sorts and folds case; pg_trgm still asks the operating system's
  /// character types.
  private void initialise(Path target, Path passwordFile, String characterTypes)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "" + binaries.program("initdb"),
                "--pgdata=" + target,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--lc-ctype=" + characterTypes,
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    if (!durable) {
      command.add("--no-sync");
    }
    account.run(dataFolder, command, "");
  }

  private void resetPasswords() throws IOException {
    Server.stopLeftOver(folder());
    alone(
        folder(),
        "alter role cabildo password '" + password + "'",
        "alter role postgres password '" + password + "'");
  }

  /// Statements in single-user mode, one a line, without a server.
  private void alone(Path target, String... statements) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("" + binaries.program("postgres"), "--single", "-D", "" + target));
    command.addAll(settings());
    command.add("postgres");
    String output = account.run(dataFolder, command, String.join(";\n", statements) + ";\n");
    if (output.contains("ERROR:") || output.contains("FATAL:")) {
      throw new IOException(output);
    }
  }

  List<String> serverCommand(int port) {
    List<String> command =
        new ArrayList<>(List.of("" + binaries.program("postgres"), "-D", "" + folder()));
    command.addAll(settings());
    command.addAll(
        List.of(
            "-c", "listen_addresses=127.0.0.1",
            "-c", "port=" + port,
            "-c", "unix_socket_directories=",
            "-c", "timezone=UTC",
            "-c", "log_timezone=UTC",
            "-c", "log_checkpoints=off",
            "-c", "jit=off"));
    return command;
  }

  private List<String> settings() {
    return durable
        ? List.of()
        : List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");
  }
}
