package cabildo.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The account that PostgreSQL's programs run under. They refuse to run as root, so root runs them
/// without its powers: in a user namespace of their own where the kernel allows it, else as the
/// owner of the folder, else as nobody (65534).
record ServerAccount(List<String> prefix, int user, int group) {
  private static final int ROOT = 0;
  private static final int NOBODY = 65534;

  /// @throws CannotStart when no account may both run the programs and reach the folder
  static ServerAccount choose(Path dataFolder, Path cluster, PostgresBinaries binaries)
      throws IOException {
    int me = Folders.owner(Path.of("/proc/self"));
    if (me != ROOT) {
      return plain(me, cluster);
    }
    for (ServerAccount account : candidates(dataFolder, cluster)) {
      account.openDoor(dataFolder);
      if (account.reaches(binaries.program("postgres"), dataFolder)) {
        return account;
      }
    }
    throw new CannotStart(
        "PostgreSQL does not run as root, and no other account can reach the data folder %s: choose another one with --data, such as /var/lib/cabildo."
            .formatted(dataFolder));
  }

  private static ServerAccount plain(int me, Path cluster) throws IOException {
    if (Files.exists(cluster) && Folders.owner(cluster) != me) {
      throw new CannotStart(
          "The database in %s belongs to another user (%s): start Cabildo as that user, or choose another folder with --data."
              .formatted(cluster.getParent(), Files.getOwner(cluster).getName()));
    }
    return new ServerAccount(List.of(), me, Folders.group(Path.of("/proc/self")));
  }

  private static List<ServerAccount> candidates(Path dataFolder, Path cluster) throws IOException {
    List<ServerAccount> found = new ArrayList<>();
    if (Files.exists(cluster) && Folders.owner(cluster) != ROOT) {
      found.add(as(Folders.owner(cluster), Folders.group(cluster)));
    }
    found.add(new ServerAccount(List.of("unshare", "-U"), ROOT, ROOT));
    for (Path folder = dataFolder; folder != null; folder = folder.getParent()) {
      if (Folders.owner(folder) != ROOT) {
        found.add(as(Folders.owner(folder), Folders.group(folder)));
        break;
      }
    }
    found.add(as(NOBODY, NOBODY));
    return found;
  }

  private static ServerAccount as(int user, int group) {
    return new ServerAccount(
        List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups"), user, group);
  }

  /// Lets the account's group pass through the data folder, without reading what is in it.
  private void openDoor(Path dataFolder) throws IOException {
    if (user != ROOT && Folders.owner(dataFolder) == ROOT) {
      Files.setAttribute(dataFolder, "unix:gid", group);
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(dataFolder);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      Files.setPosixFilePermissions(dataFolder, permissions);
    }
  }

  private boolean reaches(Path program, Path dataFolder) {
    try {
      run(
          dataFolder,
          List.of(
              "sh", "-c", "test -x \"$1\" && test -x \"$2\"", "sh", "" + program, "" + dataFolder),
          "");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Makes the account the owner of a folder that root keeps for it.
  void own(Path path) throws IOException {
    if (Folders.owner(path) != user) {
      Folders.giveTo(path, user, group);
    }
  }

  ProcessBuilder command(Path workingFolder, List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(whole).directory(workingFolder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    return builder;
  }

  /// Runs a program to its end and returns what it printed.
  ///
  /// @throws IOException with what it printed, when it fails
  String run(Path workingFolder, List<String> command, String input) throws IOException {
    Process process = command(workingFolder, command).start();
    try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
      stdin.write(input);
    } catch (IOException e) {
      // it ended without reading; its exit code and output tell why
    }
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(
          new IOException("Interrupted while running " + command.getFirst(), e));
    }
    return output;
  }
}
