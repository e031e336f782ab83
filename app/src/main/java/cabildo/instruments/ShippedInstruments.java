package cabildo.instruments;

import cabildo.db.Json;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/// The instruments that come with the program, from `definitions/instruments`. A version that was
/// stored once never changes; the program refuses to start with another text under its number.
@Component
@DependsOnDatabaseInitialization
public class ShippedInstruments {
  private final Instruments instruments;
  private final Versions versions;
  private final TransactionOperations transactions;

  public ShippedInstruments(
      Instruments instruments, Versions versions, TransactionOperations transactions) {
    this.instruments = instruments;
    this.versions = versions;
    this.transactions = transactions;
  }

  /// @param version counts from 1; a file holds one
  private record Shipped(
      String slug,
      int version,
      LocalText name,
      @Nullable LocalText purpose,
      @Nullable String source,
      JsonNode definition) {}

  @PostConstruct
  void load() throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    List<Resource> files =
        Arrays.stream(resolver.getResources("classpath:definitions/instruments/*.json"))
            .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
            .toList();
    transactions.executeWithoutResult(_ -> {
      instruments.holdForLoading();
      files.forEach(this::load);
    });
  }

  private void load(Resource file) {
    try {
      Shipped shipped = read(file.getContentAsString(StandardCharsets.UTF_8));
      CompiledForm.of(ReadDefinition.read(shipped.definition()));
      store(shipped);
    } catch (ReadDefinition.Fault fault) {
      throw new IllegalStateException(file.getFilename() + ", " + fault.getMessage(), fault);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Shipped read(String text) {
    JsonNode node = Json.read(text);
    return new Shipped(
        node.path("slug").asString(),
        node.path("version").asInt(1),
        Json.text(node.path("name")),
        node.has("purpose") ? Json.text(node.path("purpose")) : null,
        node.has("source") ? node.path("source").asString() : null,
        node.path("definition"));
  }

  private void store(Shipped shipped) {
    Instrument instrument =
        instruments
            .find(shipped.slug())
            .orElseGet(() ->
                instruments.add(
                    Actor.program(),
                    shipped.slug(),
                    shipped.name(),
                    shipped.purpose(),
                    shipped.source()));
    Optional<Version> stored = versions.find(instrument.id(), shipped.version());
    if (stored.isEmpty()) {
      Version draft = versions.draft(Actor.program(), instrument, shipped.definition());
      versions.publish(Actor.program(), draft);
    } else if (!Digest.of(shipped.definition()).equals(stored.get().sha256())) {
      throw new ReadDefinition.Fault(
          "version " + shipped.version(), "it was stored with another text; take a new number");
    }
  }
}
