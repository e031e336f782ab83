package cabildo.instruments.editing;

import cabildo.db.Json;
import cabildo.instruments.Instruments;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Slug;
import cabildo.web.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of somebody who begins an instrument.
record InstrumentForm(LocalText name, @Nullable LocalText purpose, @Nullable String source) {
  private static final int MOST_IN_NAME = 120;
  private static final int MOST_IN_TEXT = 600;

  static Optional<InstrumentForm> read(Form form, Instruments instruments) {
    String es = form.text("name_es", MOST_IN_NAME, "instruments.editing.nameNeeded");
    Optional<String> en = form.optionalText("name_en", MOST_IN_NAME);
    Optional<String> purposeEs = form.optionalText("purpose_es", MOST_IN_TEXT);
    Optional<String> purposeEn = form.optionalText("purpose_en", MOST_IN_TEXT);
    Optional<String> source = form.optionalText("source", MOST_IN_TEXT);
    if (purposeEs.isEmpty() && purposeEn.isPresent()) {
      form.refuse("purpose_es", "instruments.editing.purposeNeeded");
    }
    if (!es.isEmpty() && !form.isFaulty()) {
      String slug = Slug.of(es);
      if (slug.equals("new") || instruments.find(slug).isPresent()) {
        form.refuse("name_es", "instruments.editing.nameTaken");
      }
    }
    return form.valid(_ ->
        new InstrumentForm(
            text(es, en),
            purposeEs.map(purpose -> text(purpose, purposeEn)).orElse(null),
            source.orElse(null)));
  }

  private static LocalText text(String es, Optional<String> en) {
    Map<String, String> texts = new HashMap<>(Map.of("es", es));
    en.ifPresent(text -> texts.put("en", text));
    return new LocalText(Lang.ES, texts);
  }

  /// The first draft: a title, and one section to begin with.
  JsonNode document() {
    ObjectNode document = Json.mapper().createObjectNode();
    document.set("title", Json.node(name));
    document.putArray("languages").add("es").add("en");
    ObjectNode list = document.putObject("choices");
    var yesNo = list.putArray("yes_no");
    choice(yesNo.addObject(), "yes", LocalText.both("Sí", "Yes"), "1");
    choice(yesNo.addObject(), "no", LocalText.both("No", "No"), "0");
    ObjectNode section = document.putArray("items").addObject();
    section.put("name", "section");
    section.set("label", Json.node(LocalText.both("Primera sección", "First section")));
    section.putArray("items");
    return document;
  }

  private static void choice(ObjectNode node, String name, LocalText label, String score) {
    node.put("name", name);
    node.set("label", Json.node(label));
    node.putObject("columns").put("score", score);
  }
}
