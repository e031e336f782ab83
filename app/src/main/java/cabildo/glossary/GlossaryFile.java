package cabildo.glossary;

import cabildo.db.Json;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The glossary as it is shipped, in `definitions/glossary.json`.
record GlossaryFile(List<Category> categories, List<Entry> entries) {

  /// A term before it has an id.
  record Entry(
      String slug,
      String category,
      LocalText term,
      LocalText definition,
      @Nullable String source,
      List<String> see) {

    boolean says(Term term) {
      return category.equals(term.category())
          && this.term.equals(term.term())
          && definition.equals(term.definition())
          && Objects.equals(source, term.source())
          && List.copyOf(see).stream()
              .sorted()
              .toList()
              .equals(term.see().stream().sorted().toList());
    }
  }

  static GlossaryFile shipped() {
    try (InputStream file =
        Objects.requireNonNull(
            GlossaryFile.class.getResourceAsStream("/definitions/glossary.json"))) {
      return of(Json.mapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GlossaryFile of(JsonNode root) {
    return new GlossaryFile(
        root.get("categories")
            .valueStream()
            .sorted(Comparator.comparingInt(node -> node.get("order").asInt()))
            .map(node -> new Category(node.get("slug").asString(), Json.text(node.get("name"))))
            .toList(),
        root.get("terms").valueStream().map(GlossaryFile::entry).toList());
  }

  private static Entry entry(JsonNode node) {
    return new Entry(
        node.get("slug").asString(),
        node.get("category").asString(),
        Json.text(node.get("term")),
        Json.text(node.get("definition")),
        node.hasNonNull("source") ? node.get("source").asString() : null,
        node.get("see").valueStream().map(JsonNode::asString).toList());
  }

  /// What the collection of all terms is called in the record.
  static LocalText title() {
    return new LocalText(Lang.ES, java.util.Map.of("es", "Glosario", "en", "Glossary"));
  }
}
