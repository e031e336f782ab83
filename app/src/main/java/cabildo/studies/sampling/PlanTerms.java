package cabildo.studies.sampling;

import cabildo.db.Json;
import cabildo.kernel.Period;
import cabildo.statistics.planning.Template;
import cabildo.statistics.verdict.DecisionPolicy;
import cabildo.statistics.verdict.Evidence.DomainLevel;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a plan promises, and what its prices rest on.
///
/// @param template which of the two designs
/// @param municipalityMargin half-width promised in each municipality, as a share: 0.10
/// @param stateMargin half-width promised for the state
/// @param level confidence level, 0.95
/// @param municipalityDeff design effect within a municipality
/// @param weightDeff 1 + CV² of the weights, of the state-only design
/// @param correlation ρ within municipalities
/// @param drawnUnits municipalities of the state-only design
/// @param responseRate times eligibility, (0, 1]
/// @param costPerComplete price of an interview
/// @param costPerUnit price of opening a municipality
/// @param coverage share of the population that the frame reaches
/// @param fieldwork the first and the last day
/// @param persons how people within a unit are chosen
/// @param seedSource where the seed comes from, when it is a public draw; empty otherwise
public record PlanTerms(
    Template.Kind template,
    double municipalityMargin,
    double stateMargin,
    double level,
    double municipalityDeff,
    double weightDeff,
    double correlation,
    int drawnUnits,
    double responseRate,
    double costPerComplete,
    double costPerUnit,
    double coverage,
    Period fieldwork,
    String persons,
    String seedSource) {

  public static final double LEVEL = 0.95;

  /// Where a planner begins: the state to ±3.5 points with 40 municipalities.
  static PlanTerms first(LocalDate today) {
    return new PlanTerms(
        Template.Kind.STATE_ONLY,
        0.10,
        0.035,
        LEVEL,
        1.3,
        1.1,
        0.03,
        40,
        0.45,
        350,
        8_000,
        0.95,
        new Period(today.plusDays(30), today.plusDays(75)),
        "",
        "");
  }

  /// For the price of either template over a frame.
  ///
  /// @param sizes adults of each unit
  Template.Terms priced(double[] sizes) {
    return new Template.Terms(
        sizes,
        municipalityMargin,
        stateMargin,
        municipalityDeff,
        null,
        weightDeff,
        correlation,
        Math.min(drawnUnits, sizes.length),
        responseRate,
        costPerComplete,
        costPerUnit,
        level);
  }

  /// The rule by which the study's figures will be judged, with the promised margins in it.
  public DecisionPolicy policy() {
    DecisionPolicy d = DecisionPolicy.DEFAULT;
    Map<DomainLevel, Double> margins = new EnumMap<>(d.margins());
    margins.put(DomainLevel.MUNICIPALITY, municipalityMargin);
    margins.put(DomainLevel.STATE, stateMargin);
    return new DecisionPolicy(
        d.version(),
        level,
        margins,
        d.minN(),
        d.minEffectiveN(),
        d.conclusiveN(),
        d.conclusiveEffectiveN(),
        d.minDf(),
        d.minStratumCoverage(),
        d.minFrameCoverage(),
        d.maxWidth(),
        d.indicativeFactor(),
        d.minResponseRate(),
        d.minRIndicator(),
        d.maxStdDiff(),
        d.minCell());
  }

  public ObjectNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("template", template.name().toLowerCase(java.util.Locale.ROOT));
    json.put("municipalityMargin", municipalityMargin);
    json.put("stateMargin", stateMargin);
    json.put("level", level);
    json.put("municipalityDeff", municipalityDeff);
    json.put("weightDeff", weightDeff);
    json.put("correlation", correlation);
    json.put("drawnUnits", drawnUnits);
    json.put("responseRate", responseRate);
    json.put("costPerComplete", costPerComplete);
    json.put("costPerUnit", costPerUnit);
    json.put("coverage", coverage);
    json.put("fieldworkFrom", fieldwork.from().toString());
    json.put("fieldworkTo", fieldwork.to().toString());
    json.put("persons", persons);
    json.put("seedSource", seedSource);
    json.put("policy", policy().version());
    return json;
  }

  public static PlanTerms of(JsonNode json) {
    return new PlanTerms(
        Template.Kind.valueOf(json.path("template").asString().toUpperCase(java.util.Locale.ROOT)),
        json.path("municipalityMargin").asDouble(),
        json.path("stateMargin").asDouble(),
        json.path("level").asDouble(LEVEL),
        json.path("municipalityDeff").asDouble(),
        json.path("weightDeff").asDouble(),
        json.path("correlation").asDouble(),
        json.path("drawnUnits").asInt(),
        json.path("responseRate").asDouble(),
        json.path("costPerComplete").asDouble(),
        json.path("costPerUnit").asDouble(),
        json.path("coverage").asDouble(),
        new Period(
            LocalDate.parse(json.path("fieldworkFrom").asString()),
            LocalDate.parse(json.path("fieldworkTo").asString())),
        json.path("persons").asString(""),
        json.path("seedSource").asString(""));
  }

  /// The two designs, the dearer promise first.
  static List<Template.Kind> kinds() {
    return List.of(Template.Kind.EVERY_MUNICIPALITY, Template.Kind.STATE_ONLY);
  }
}
