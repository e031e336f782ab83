package cabildo.files;

import cabildo.db.CannotStart;
import cabildo.kernel.Problem;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Takes files in, and gives them out by their SHA-256. Memory use does not grow with their size.
@Component
public class Vault {
  /// In bytes: 20 MB.
  public static final long LARGEST = 20_000_000;

  private static final String ANYTHING = "application/octet-stream";

  private final Path folder;
  private final Blobs blobs;
  private final Clock clock;

  public Vault(@Value("${cabildo.data}") String data, Blobs blobs, Clock clock) {
    this.folder = Path.of(data, "files");
    this.blobs = blobs;
    this.clock = clock;
  }

  /// What became of a file that was handed in.
  public sealed interface Reception {
    /// The file, for callers that know it to be good.
    Kept kept();
  }

  /// @param fileName as its owner named it
  public record Kept(Blob blob, String fileName) implements Reception {
    @Override
    public Kept kept() {
      return this;
    }
  }

  public record Refused(Problem reason) implements Reception {
    @Override
    public Kept kept() {
      throw reason.stop();
    }
  }

  @PostConstruct
  void clear() {
    try {
      Incoming.clear(folder);
    } catch (IOException e) {
      throw new CannotStart(
          "The folder %s cannot be read and written: %s.".formatted(folder, e.getMessage()), e);
    }
  }

  /// Stores a file once it was looked into. The stream is read to its end and left open.
  public Reception keep(String fileName, InputStream bytes) {
    return keep(fileName, bytes, false);
  }

  /// Stores a file of any kind, as what a phone sends beside an answer may not be lost. One of a
  /// type that `keep` would refuse is a mere sequence of bytes, never shown in place.
  public Reception keepAny(String fileName, InputStream bytes) {
    return keep(fileName, bytes, true);
  }

  private Reception keep(String fileName, InputStream bytes, boolean any) {
    String badName = FileName.whyNot(fileName);
    if (badName != null) {
      return refused(badName, fileName);
    }
    try (Incoming incoming = Incoming.in(folder)) {
      incoming.take(bytes, LARGEST);
      if (incoming.sizeBytes() == 0) {
        return refused("files.refused.empty");
      }
      if (incoming.sizeBytes() > LARGEST) {
        return new Refused(
            new Problem.TooLarge("files.refused.tooLarge", List.of(incoming.sizeBytes(), LARGEST)));
      }
      return switch (Inspection.of(new FileName(fileName), incoming.path())) {
        case Inspection.Good(FileType type) ->
            new Kept(store(incoming, type.mediaType()), fileName);
        case Inspection.Bad _ when any -> new Kept(store(incoming, ANYTHING), fileName);
        case Inspection.Bad(String key, List<Object> args) ->
            new Refused(new Problem.Invalid(key, args));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refused refused(String key, Object... args) {
    return new Refused(new Problem.Invalid(key, List.of(args)));
  }

  private Blob store(Incoming incoming, String mediaType) throws IOException {
    var blob = new Blob(incoming.hash(), incoming.sizeBytes(), mediaType, clock.instant());
    Path place = place(blob.sha256());
    if (!Files.isRegularFile(place) || Files.size(place) != blob.sizeBytes()) {
      incoming.moveTo(subfolder(blob.sha256()), nameInside(blob.sha256()));
    }
    blobs.add(blob);
    return blobs.find(blob.sha256()).orElse(blob);
  }

  public Optional<Blob> find(String sha256) {
    return blobs.find(sha256);
  }

  /// The file with these bytes: `NotFound` when none was stored, `Unavailable` when the disk that
  /// holds it is away.
  public Path open(String sha256) {
    Blob blob = find(sha256).orElseThrow(Problem::notFound);
    Path place = place(blob.sha256());
    if (!Files.isReadable(place)) {
      throw new Problem.Unavailable("files.away", List.of()).stop();
    }
    return place;
  }

  private Path place(String sha256) {
    return folder.resolve(subfolder(sha256)).resolve(nameInside(sha256));
  }

  private static String subfolder(String sha256) {
    return sha256.substring(0, 2);
  }

  private static String nameInside(String sha256) {
    return sha256.substring(2);
  }
}
