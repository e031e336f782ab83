package cabildo.app.demo;

import cabildo.kernel.LocalText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/// The items of evidence, attached to what they prove; after all that can be proven.
final class LoadEvidence {
  private static final Map<String, String> LICENCES = Map.of("CC-BY-4.0", "cc_by_4");

  private final World world;
  private final Path vault;

  LoadEvidence(World world, Path vault) {
    this.world = world;
    this.vault = vault;
  }

  void load() {
    Item.of("evidence").forEach(this::item);
  }

  private void item(Item item) {
    String key = item.text("key");
    Instant at = world.at(item.date("receivedOn"), 10);
    History.Hand hand = world.hand(item.text("by"));
    List<String> about = item.texts("about");
    UUID id = world.id(key);
    world.subject(
        key, "evidence", world.id(about.getFirst()), "/evidence/" + id, item.words("title"), at);
    @Nullable String file = item.textOrNull("file");
    world
        .row("evidence.item")
        .with("id", id)
        .with("kind", item.text("kind"))
        .with("title", item.words("title"))
        .with("proves", proves(item))
        .with("fact_on", item.dateOrNull("factOn"))
        .with("received_at", at)
        .with("licence", licence(item))
        .with("has_personal_data", item.is("personalData"))
        .with("sha256", file == null ? null : keep(file, item.text("mediaType"), at))
        .with("file_name", file == null ? null : file.substring(file.lastIndexOf('/') + 1))
        .with("url", item.textOrNull("url"))
        .with("added_by", hand.id())
        .with("added_by_name", hand.name())
        .with("invented", item.is("invented"));
    about.forEach(subject -> world.prove(world.id(subject), List.of(key)));
    for (UUID subjectId : world.provenBy(key)) {
      world
          .row("evidence.attachment")
          .with("item_id", id)
          .with("subject_id", subjectId)
          .with("attached_at", at)
          .with("attached_by", hand.id());
    }
    world.history.write(at, hand, "evidence.added", id, Map.of());
  }

  private static LocalText proves(Item item) {
    return Optional.ofNullable(World.together(item.words("proves"), item.wordsOrNull("note")))
        .orElseThrow();
  }

  private static String licence(Item item) {
    return LICENCES.getOrDefault(String.valueOf(item.textOrNull("licence")), "unknown");
  }

  /// Puts the file where its hash says, and gives the hash.
  private String keep(String file, String mediaType, Instant at) {
    byte[] bytes = read(file);
    String hash = sha256(bytes);
    Path place = vault.resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    try {
      Files.createDirectories(place.getParent());
      Path half = Files.createTempFile(place.getParent(), "half", "");
      Files.write(half, bytes);
      Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    world
        .row("files.blob")
        .with("sha256", hash)
        .with("size_bytes", bytes.length)
        .with("media_type", mediaType)
        .with("stored_at", at);
    return hash;
  }

  private static byte[] read(String file) {
    try (InputStream in = new ClassPathResource("demo/" + file).getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
