package cabildo.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a data folder for one program at a time. The operating system lets go of it when the
/// program dies.
record FolderLock(FileChannel channel) implements AutoCloseable {

  /// Takes the folder, which is created when it is absent.
  ///
  /// @throws CannotStart when the folder cannot be written, or another program holds it
  static FolderLock take(Path folder) {
    DataFolder.prepare(folder);
    try {
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
      throw DataFolder.unwritable(folder, e);
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

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
