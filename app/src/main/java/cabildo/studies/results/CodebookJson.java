package cabildo.studies.results;

import cabildo.db.Json;
import cabildo.instruments.Choice;
import cabildo.studies.Study;
import cabildo.studies.submissions.SheetCoding;
import cabildo.studies.submissions.SheetCoding.CodedItem;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the names of items and choices mean, in every language that they were written in.
final class CodebookJson {
  private CodebookJson() {}

  static String write(Study study, SheetCoding coding) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("study", study.slug());
    json.set("title", Json.node(study.title()));
    json.set("question", Json.node(study.question()));
    ArrayNode items = json.putArray("items");
    for (CodedItem item : coding.items()) {
      if (Estimating.isShown(item)) {
        ObjectNode node = items.addObject();
        node.put("item", item.path());
        node.set("label", Json.node(Estimating.label(item)));
        ArrayNode choices = node.putArray("choices");
        Choice one = item.choice();
        (one == null ? item.choices() : List.of(one))
            .forEach(choice -> choice(choices.addObject(), choice));
      }
    }
    return Json.write(json);
  }

  private static void choice(ObjectNode node, Choice choice) {
    node.put("choice", choice.name());
    node.set("label", Json.node(choice.label()));
    String state = choice.columns().get("state");
    if (state != null) {
      node.put("state", state);
    }
  }
}
