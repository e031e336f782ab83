package cabildo.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Keeps a data folder for one program at a time. The operating system lets go of it when the
/// program dies.
record FolderLock(FileChannel channel) implements AutoCloseable {

  /// Creates the folder when it is absent, for its owner only.
  ///
  /// @throws CannotStart when the folder cannot be written, or another program holds it
  static FolderLock take(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        if (folder.getParent() != null) {
          Files.createDirectories(folder.getParent());
        }
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      FileChannel channel =
          FileChannel.open(
              folder.resolve("cabildo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (held(channel)) {
        channel.close();
        throw new CannotStart(
            "Another Cabildo is running on the data folder %s: stop it, or choose another folder with --data."
                .formatted(folder));
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new CannotStart(
          "The data folder %s cannot be written (%s): choose another one with --data."
              .formatted(folder, reason(e)),
          e);
    }
  }

  private static boolean held(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException _ -> "no permission";
      case java.nio.file.FileAlreadyExistsException _ -> "it is a file";
      case java.nio.file.NoSuchFileException _ -> "no such folder";
      case java.nio.file.FileSystemException system when system.getReason() != null ->
          system.getReason().toLowerCase(java.util.Locale.ROOT);
      default -> String.valueOf(e.getMessage());
    };
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
