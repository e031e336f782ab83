package cabildo.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/// The folder that holds all that an installation keeps on disk.
public final class DataFolder {
  private DataFolder() {}

  /// Creates the folder when it is absent, for its owner only.
  ///
  /// @throws CannotStart when it cannot be created or written
  public static void prepare(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        if (folder.getParent() != null) {
          Files.createDirectories(folder.getParent());
        }
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  static CannotStart unwritable(Path folder, IOException e) {
    return new CannotStart(
        "The data folder %s cannot be written (%s): choose another one with --data."
            .formatted(folder, reason(e)),
        e);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "no permission, or a read-only disk";
      case FileAlreadyExistsException _ -> "it is a file";
      case NoSuchFileException _ -> "no such folder";
      case FileSystemException system when system.getReason() != null ->
          system.getReason().toLowerCase(Locale.ROOT);
      default -> String.valueOf(e.getMessage());
    };
  }
}
