package cabildo.commitments;

import cabildo.db.Json;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.text.Messages;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A commitment as JSON: the facts as entered, what was computed from them, and the definition of
/// every computed word in the reader's language. A value that is not on record is `null`, never 0.
@Component
public class CommitmentJson {
  private final Messages messages;

  public CommitmentJson(Messages messages) {
    this.messages = messages;
  }

  public String write(ComposeCommitment.Page page, Lang lang) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("asOf", page.facts().asOf().toString());
    commitment(json.putObject("commitment"), page);
    rollUp(json.putObject("rollUp"), page.rollUp());
    ArrayNode lines = json.putArray("linesOfAction");
    page.facts().lines().forEach(line -> line(lines.addObject(), line));
    ArrayNode indicators = json.putArray("indicators");
    page.indicators().forEach(one -> indicator(indicators.addObject(), one));
    ArrayNode alignments = json.putArray("alignments");
    page.alignments().forEach(one -> alignment(alignments.addObject(), one));
    definitions(json.putObject("definitions"), lang);
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static void commitment(ObjectNode node, ComposeCommitment.Page page) {
    Commitment commitment = page.commitment();
    node.put("id", commitment.id().toString());
    node.put("code", commitment.code());
    node.put("number", commitment.number());
    node.put("slug", commitment.slug());
    text(node, "title", commitment.title());
    text(node, "action", commitment.action());
    text(node, "problem", commitment.problem());
    text(node, "statusQuo", commitment.statusQuo());
    text(node, "objective", commitment.objective());
    node.put("kind", code(commitment.kind()));
    day(node, "startsOn", commitment.startsOn());
    day(node, "endsOn", commitment.endsOn());
    ArrayNode values = node.putArray("ogpValues");
    commitment.ogpValues().forEach(values::add);
    node.put("invented", commitment.invented());
    ObjectNode plan = node.putObject("plan");
    plan.put("slug", page.plan().slug());
    text(plan, "title", page.plan().title());
    ArrayNode responsible = node.putArray("responsible");
    page.responsible()
        .forEach(one -> {
          ObjectNode organisation = responsible.addObject();
          organisation.put("slug", one.slug());
          text(organisation, "name", one.name());
          organisation.put("part", code(one.part()));
        });
  }

  private static void line(ObjectNode node, LineFacts facts) {
    LineOfAction line = facts.line();
    node.put("number", line.number());
    node.put("slug", line.slug());
    text(node, "title", line.title());
    text(node, "description", line.description());
    node.put("invented", line.invented());
    rollUp(node.putObject("rollUp"), facts.rollUp());
    ArrayNode milestones = node.putArray("milestones");
    facts.milestones().forEach(one -> milestone(milestones.addObject(), one));
  }

  private static void milestone(ObjectNode node, MilestoneFacts facts) {
    node.put("number", facts.label());
    node.put("slug", facts.slug());
    text(node, "title", facts.title());
    day(node, "plannedStartOn", facts.plannedStartOn());
    day(node, "plannedEndOn", facts.plannedEndOn());
    day(node, "startedOn", facts.startedOn());
    node.put("outcome", code(facts.outcome()));
    day(node, "closedOn", facts.closedOn());
    node.put("timeliness", facts.timeliness().code());
    node.put("daysLate", facts.daysLate());
    node.put("expectedPercent", facts.expectedPercent());
    node.put("actualPercent", facts.actualPercent());
    node.put("reportsCount", facts.reportsCount());
    day(node, "lastReportedOn", facts.lastReportedOn());
    node.put("evidenceCount", facts.evidenceCount());
  }

  private static void rollUp(ObjectNode node, RollUp rollUp) {
    node.put("timeliness", rollUp.timeliness().code());
    node.put("completion", rollUp.completion().code());
    node.put("asPlanned", rollUp.asPlanned().code());
    node.put("isComplete", rollUp.isComplete());
    node.put("milestoneCount", rollUp.milestoneCount());
    node.put("doneCount", rollUp.doneCount());
    node.put("cancelledCount", rollUp.cancelledCount());
    node.put("reportingCount", rollUp.reportingCount());
    node.put("notReportingCount", rollUp.notReportingCount());
    node.put("meanPercent", rollUp.meanPercent());
    node.put("meanOfMilestones", rollUp.measuredCount());
    node.put("expectedPercentOfTheSame", rollUp.expectedPercent());
    node.put("dueCount", rollUp.dueCount());
    node.put("doneByPlannedEndCount", rollUp.keptCount());
    day(node, "latestPlannedEndOn", rollUp.latestPlannedEndOn());
    day(node, "latestActualEndOn", rollUp.latestActualEndOn());
    node.put("reportsCount", rollUp.reportsCount());
    node.put("evidenceCount", rollUp.evidenceCount());
  }

  private static void indicator(ObjectNode node, Indicator indicator) {
    node.put("number", indicator.number());
    text(node, "name", indicator.name());
    text(node, "unit", indicator.unit());
    node.put("baseline", indicator.baseline());
    day(node, "baselineOn", indicator.baselineOn());
    text(node, "noBaselineReason", indicator.noBaselineReason());
    node.put("target", indicator.target());
    node.put("latest", indicator.latest());
    day(node, "latestOn", indicator.latestOn());
    node.put("invented", indicator.invented());
  }

  private static void alignment(ObjectNode node, Alignment alignment) {
    node.put("slug", alignment.slug());
    text(node, "title", alignment.title());
    node.put("kind", code(alignment.kind()));
    node.put("isWider", alignment.isWider());
    node.put("isReporting", alignment.isReporting());
  }

  private void definitions(ObjectNode node, Lang lang) {
    ObjectNode timeliness = node.putObject("timeliness");
    Arrays.stream(Timeliness.values())
        .forEach(word -> timeliness.put(word.code(), define(lang, "timeliness", word.code())));
    ObjectNode completion = node.putObject("completion");
    Arrays.stream(Completion.values())
        .forEach(word -> completion.put(word.code(), define(lang, "completion", word.code())));
    ObjectNode asPlanned = node.putObject("asPlanned");
    Arrays.stream(AsPlanned.values())
        .forEach(word -> asPlanned.put(word.code(), define(lang, "asPlanned", word.code())));
    node.put("meanPercent", messages.text(lang, "commitments.rollUp.formula"));
    node.put("expectedPercent", messages.text(lang, "commitments.rollUp.expectedFormula"));
  }

  private String define(Lang lang, String scale, String word) {
    return messages.text(lang, "commitments." + scale + "." + word + ".means");
  }

  private static void text(ObjectNode node, String name, @Nullable LocalText text) {
    node.set(name, text == null ? node.nullNode() : Json.node(text));
  }

  private static void day(ObjectNode node, String name, @Nullable LocalDate day) {
    node.put(name, day == null ? null : day.toString());
  }

  private static @Nullable String code(@Nullable Enum<?> word) {
    return word == null ? null : word.name().toLowerCase(Locale.ROOT);
  }
}
