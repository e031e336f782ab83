package cabildo.instruments.editing;

import cabildo.db.Json;
import cabildo.instruments.Instrument;
import cabildo.instruments.Version;
import tools.jackson.databind.node.ObjectNode;

/// A version as a machine reads it: whose it is, its seal, and the document as it was published.
final class VersionJson {
  private VersionJson() {}

  static String of(Instrument instrument, Version version) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("slug", instrument.slug());
    node.put("version", version.number());
    node.set("name", Json.node(instrument.name()));
    if (instrument.purpose() != null) {
      node.set("purpose", Json.node(instrument.purpose()));
    }
    if (instrument.source() != null) {
      node.put("source", instrument.source());
    }
    if (version.publishedAt() != null) {
      node.put("publishedAt", version.publishedAt().toString());
      node.put("sha256", version.sha256());
    }
    node.set("definition", version.definition());
    return Json.write(node);
  }
}
