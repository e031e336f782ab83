package cabildo.studies.results;

import cabildo.db.Json;
import cabildo.statistics.sums.EstimatedTotals;
import cabildo.statistics.verdict.DecisionPolicy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The sums of a study as `statistics figures` reads them: totals of the whole territory, never of
/// a unit, and no entry that fewer than the rule's smallest cell gave.
final class SumsJson {
  private SumsJson() {}

  static String write(StudyResults results, DecisionPolicy policy) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("format", "cabildo-sums/1");
    json.put("study", results.study().slug());
    json.put("invented", results.study().invented());
    json.put("policy", policy.version());
    json.put("level", policy.level());
    json.put("smallestCell", policy.minCell());
    ArrayNode items = json.putArray("items");
    ArrayNode leftOut = json.putArray("leftOut");
    for (ItemFigures item : results.items()) {
      ItemSums whole = item.sums();
      ItemSums sums =
          whole == null || !item.isStated() ? null : whole.safe(policy.minCell()).orElse(null);
      if (sums == null) {
        leftOut(leftOut.addObject(), item);
      } else {
        item(items.addObject(), item, sums);
      }
    }
    return Json.write(json);
  }

  private static void leftOut(ObjectNode node, ItemFigures item) {
    node.put("item", item.path());
    node.put("why", item.isStated() ? "few_answers" : item.outcome());
  }

  private static void item(ObjectNode node, ItemFigures item, ItemSums sums) {
    EstimatedTotals totals = sums.totals();
    node.put("item", item.path());
    node.put("sheets", totals.sheets());
    node.put("df", totals.df());
    ArrayNode entries = node.putArray("entries");
    for (int i = 0; i < sums.entries().size(); i++) {
      ItemSums.Entry entry = sums.entries().get(i);
      ObjectNode one = entries.addObject();
      one.put("choice", only(entry));
      one.put("answered", entry.answered());
      one.put("n", totals.n()[i]);
      one.put("total", totals.total()[i]);
      if (entry.choices().size() > 1) {
        ArrayNode joined = one.putArray("joined");
        entry.choices().forEach(joined::add);
      }
    }
    ArrayNode covariance = node.putArray("covariance");
    for (double[] row : totals.covariance()) {
      ArrayNode numbers = covariance.addArray();
      for (double value : row) {
        numbers.add(value);
      }
    }
  }

  private static @Nullable String only(ItemSums.Entry entry) {
    return entry.choices().size() == 1 ? entry.choices().getFirst() : null;
  }
}
