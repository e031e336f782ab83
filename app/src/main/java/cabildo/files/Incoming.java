package cabildo.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// A file on its way in: it has a name of its own in the vault's folder and is locked until it is
/// whole, so that whatever a crash leaves behind can be told from an upload that is going on.
final class Incoming implements Closeable {
  private static final String ENDING = ".part";
  private final FileChannel channel;
  private final Path folder;
  private final Path part;
  private final MessageDigest digest = sha256();
  private long sizeBytes;

  private Incoming(Path folder, Path part, FileChannel channel) {
    this.folder = folder;
    this.part = part;
    this.channel = channel;
  }

  static Incoming in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path part = folder.resolve(UUID.randomUUID() + ENDING);
    FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
    return new Incoming(folder, part, channel);
  }

  /// Reads to the end and keeps at most so many bytes; the size counts all of them.
  void take(InputStream bytes, long most) throws IOException {
    byte[] some = new byte[16 * 1024];
    for (int n = bytes.read(some); n >= 0; n = bytes.read(some)) {
      sizeBytes += n;
      if (sizeBytes <= most) {
        digest.update(some, 0, n);
        writeAll(ByteBuffer.wrap(some, 0, n));
      }
    }
    if (sizeBytes > most) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    channel.force(true);
  }

  private void writeAll(ByteBuffer some) throws IOException {
    while (some.hasRemaining()) {
      channel.write(some);
    }
  }

  Path path() {
    return part;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  /// To be asked once.
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Puts the whole file in its place at once; after this it survives a power cut.
  void moveTo(String subfolder, String name) throws IOException {
    Path home = Files.createDirectories(folder.resolve(subfolder));
    Files.move(part, home.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    force(home);
    force(folder);
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }

  /// Removes what uploads left behind when the program was killed; a locked one is still coming in,
  /// on this node or another.
  static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path part : parts) {
        if (isAbandoned(part)) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  private static boolean isAbandoned(Path part) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
