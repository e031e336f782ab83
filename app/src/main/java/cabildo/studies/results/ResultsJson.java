package cabildo.studies.results;

import cabildo.db.Json;
import cabildo.kernel.Lang;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A study's published figures as JSON: base, precision, verdict and rule travel with each.
final class ResultsJson {
  private ResultsJson() {}

  static String write(StudyResults results, Lang lang) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("study", results.study().slug());
    json.set("title", Json.node(results.study().title()));
    json.put("invented", results.study().invented());
    StudyVerdict verdict = results.verdict();
    ObjectNode said = json.putObject("verdict");
    said.put("outcome", verdict.code());
    said.put("policy", verdict.policy());
    var reasons = said.putArray("reasons");
    verdict.reasons().forEach(reason -> reasons.add(reason.name()));
    coverage(json, "sample", results.sample());
    coverage(json, "volunteers", results.volunteers());
    var items = json.putArray("items");
    results.items().forEach(item -> item(items.addObject(), item));
    json.put("language", lang.code());
    return Json.write(json);
  }

  private static void coverage(ObjectNode json, String name, @Nullable Coverage coverage) {
    if (coverage != null) {
      ObjectNode node = json.putObject(name);
      node.put("answers", coverage.sheets());
      node.put("municipalities", coverage.municipalities());
      node.put("ofMunicipalities", coverage.ofMunicipalities());
      node.put("adultsShare", coverage.peopleShare());
    }
  }

  private static void item(ObjectNode node, ItemFigures item) {
    node.put("item", item.path());
    node.set("label", Json.node(item.label()));
    node.put("base", item.base());
    node.put("states", item.states());
    node.put("verdict", item.outcome());
    var reasons = node.putArray("reasons");
    if (item.verdict() != null) {
      item.verdict().reasons().forEach(reason -> reasons.add(reason.name()));
    }
    var figures = node.putArray("figures");
    for (Figure figure : item.figures()) {
      ObjectNode one = figures.addObject();
      one.put("choice", figure.choice());
      one.set("label", Json.node(figure.label()));
      one.put("withheld", figure.isWithheld());
      if (!figure.isWithheld()) {
        one.put("n", figure.n());
      }
      boolean isShown = item.isStated();
      one.put("share", isShown ? figure.share() : null);
      one.put("low", isShown ? figure.low() : null);
      one.put("high", isShown ? figure.high() : null);
    }
  }
}
