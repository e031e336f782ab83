package cabildo.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// A zip file that office programs write: what it is, and whether it is safe to open.
///
/// Every entry is inflated, for what a zip file says of its sizes is not to be believed, and
/// counted towards one budget together with the zip files inside it. Nothing is kept in memory.
final class Container {
  static final int MOST_ENTRIES = 5_000;
  static final int MOST_LEVELS = 2;

  /// Inflated, in bytes.
  static final long MOST_BYTES = 200_000_000;

  /// Inflated bytes for each stored one, asked only of files that inflate to more than `SMALL`.
  static final int MOST_RATIO = 100;

  private static final long SMALL = 10_000_000;
  private static final int MAIN_PART_BYTES = 256 * 1024;
  private static final Pattern ACTIVE =
      Pattern.compile(
          "(?i).*(vbaproject[.]bin|vbadata[.]xml|/activex/.*|[.](exe|dll|com|scr|msi|bat|cmd|ps1|vbs?|js|jse|wsf|hta|jar|class|sh|py|lnk|html?|xhtml))"
              + "|(Basic|Scripts)/.*[^/]");

  private final long storedBytes;
  private long inflatedBytes;
  private int entries;
  private String mediaType = "application/zip";

  private Container(long storedBytes) {
    this.storedBytes = storedBytes;
  }

  sealed interface Look {}

  /// @param mediaType of the whole; `application/zip` when it is no office document
  record Fine(String mediaType) implements Look {}

  record Unsafe(String key, List<Object> args) implements Look {}

  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Unsafe why;

    Stop(String key, Object... args) {
      super(key);
      why = new Unsafe("files.refused.container." + key, List.of(args));
    }
  }

  static Look look(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      var container = new Container(Files.size(file));
      Enumeration<? extends ZipEntry> all = zip.entries();
      while (all.hasMoreElements()) {
        ZipEntry entry = all.nextElement();
        container.enter(entry);
        try (InputStream bytes = zip.getInputStream(entry)) {
          container.read(entry, bytes, 1);
        }
      }
      return new Fine(container.mediaType);
    } catch (Stop stop) {
      return stop.why;
    } catch (IOException | IllegalArgumentException _) {
      return new Unsafe("files.refused.container.broken", List.of());
    }
  }

  private void enter(ZipEntry entry) throws Stop {
    if (++entries > MOST_ENTRIES) {
      throw new Stop("entries", MOST_ENTRIES);
    }
    String name = entry.getName().replace('\\', '/');
    if (name.startsWith("/") || name.matches("(.*/)?[.][.](/.*)?") || name.matches("[A-Za-z]:.*")) {
      throw new Stop("path", entry.getName());
    }
    if (ACTIVE.matcher(name).matches()) {
      throw new Stop("active", entry.getName());
    }
  }

  private void read(ZipEntry entry, InputStream bytes, int level) throws IOException, Stop {
    byte[] first = counted(bytes.readNBytes(MAIN_PART_BYTES));
    if (level == 1) {
      learn(entry.getName(), new String(first, StandardCharsets.UTF_8));
    }
    if (startsWith(first, "MZ") || startsWith(first, "\u007fELF")) {
      throw new Stop("active", entry.getName());
    }
    if (startsWith(first, "PK\u0003\u0004")) {
      inside(first, bytes, level + 1);
    }
    byte[] some = new byte[16 * 1024];
    for (int n = bytes.read(some); n >= 0; n = bytes.read(some)) {
      count(n);
    }
  }

  private void inside(byte[] first, InputStream rest, int level) throws IOException, Stop {
    if (level > MOST_LEVELS) {
      throw new Stop("nested", MOST_LEVELS);
    }
    var whole = new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(first), rest);
    var zip = new ZipInputStream(whole, StandardCharsets.UTF_8);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      enter(entry);
      read(entry, zip, level);
    }
  }

  private byte[] counted(byte[] bytes) throws Stop {
    count(bytes.length);
    return bytes;
  }

  private void count(long bytes) throws Stop {
    inflatedBytes += bytes;
    boolean isDense = inflatedBytes > SMALL && inflatedBytes / storedBytes > MOST_RATIO;
    if (inflatedBytes > MOST_BYTES || isDense) {
      throw new Stop("bomb", storedBytes, MOST_BYTES);
    }
  }

  /// Office Open XML names its main part in `[Content_Types].xml`, OpenDocument itself in
  /// `mimetype`.
  private void learn(String name, String content) throws Stop {
    if (name.equals("mimetype")) {
      mediaType = content.strip().toLowerCase(Locale.ROOT);
    } else if (name.equals("[Content_Types].xml")) {
      if (content.contains("macroEnabled")) {
        throw new Stop("active", name);
      }
      for (FileType type : List.of(FileType.DOCX, FileType.XLSX, FileType.PPTX)) {
        if (content.contains(type.mediaType() + ".main+xml")) {
          mediaType = type.mediaType();
        }
      }
    }
  }

  private static boolean startsWith(byte[] bytes, String mark) {
    byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= wanted.length
        && java.util.Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
  }
}
