package cabildo.instruments.editing;

import cabildo.db.Json;
import cabildo.instruments.CompiledForm;
import cabildo.instruments.Definition;
import cabildo.instruments.ReadDefinition;
import cabildo.instruments.scoring.ReadScoring;
import cabildo.web.Form;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The document of a draft as a person types it: questions, choices and rules.
final class DraftDocument {
  private static final int MOST_CHARACTERS = 500_000;

  private DraftDocument() {}

  /// Any JSON object that the database can keep; it need not be ready for publication.
  static Optional<JsonNode> read(Form form) {
    String text = form.text("document", MOST_CHARACTERS, "instruments.editing.documentNeeded");
    if (form.isFaulty()) {
      return Optional.empty();
    }
    try {
      JsonNode document = Json.read(text);
      if (!document.isObject() || !canBeKept(document)) {
        form.refuse("document", "instruments.editing.notADocument");
        return Optional.empty();
      }
      return Optional.of(document);
    } catch (JacksonException e) {
      var at = e.getLocation();
      form.refuse("document", "instruments.editing.notJson", at == null ? 1 : at.getLineNr());
      return Optional.empty();
    }
  }

  /// Texts without the null character or half of a surrogate pair, and numbers of a usual size.
  private static boolean canBeKept(JsonNode node) {
    if (node.isNumber()) {
      return Double.isFinite(node.doubleValue());
    }
    if (node.isString()) {
      return isText(node.asString());
    }
    return node.properties().stream().allMatch(entry -> isText(entry.getKey()))
        && node.valueStream().allMatch(DraftDocument::canBeKept);
  }

  private static boolean isText(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /// What keeps it from being asked or scored: where, and why.
  static Optional<String> fault(JsonNode document) {
    try {
      Definition form = ReadDefinition.read(document);
      CompiledForm.of(form);
      ReadScoring.read(document, form);
      return form.items().stream().anyMatch(placed -> placed.item().type().isAsked())
          ? Optional.empty()
          : Optional.of("items: nothing is asked");
    } catch (ReadDefinition.Fault fault) {
      return Optional.of(String.valueOf(fault.getMessage()));
    }
  }

  static String pretty(JsonNode document) {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }
}
