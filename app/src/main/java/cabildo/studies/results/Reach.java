package cabildo.studies.results;

import cabildo.members.Territory;
import cabildo.statistics.sums.DrawnUnit;
import cabildo.statistics.sums.WeightedUnits;
import cabildo.statistics.verdict.DecisionPolicy;
import cabildo.statistics.verdict.Evidence;
import cabildo.studies.Stream;
import cabildo.studies.sampling.Frame;
import cabildo.studies.sampling.SampledUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How far answers reach, and what is known of the sample they come from.
final class Reach {
  private Reach() {}

  static Coverage volunteers(Counts counts, List<Territory> municipalities, DecisionPolicy policy) {
    Map<String, Long> byCode = new HashMap<>();
    counts.sheets().forEach((unit, n) -> byCode.put(String.format("%05d", unit), n));
    return Coverage.of(Stream.VOLUNTEER, municipalities, byCode, policy.minN());
  }

  static Coverage sampled(
      List<SampledUnit> sampled,
      Counts counts,
      List<Territory> municipalities,
      DecisionPolicy policy) {
    Map<UUID, String> codes = new HashMap<>();
    municipalities.forEach(one -> codes.put(one.id(), one.code()));
    Map<String, Long> byCode = new HashMap<>();
    sampled.forEach(unit ->
        byCode.merge(
            codes.getOrDefault(unit.territoryId(), unit.code()),
            counts.sheets(unit.number()),
            Long::sum));
    return Coverage.of(Stream.PROBABILITY, municipalities, byCode, policy.minN());
  }

  static WeightedUnits weighted(List<SampledUnit> sampled, Counts counts) {
    List<DrawnUnit> drawn =
        sampled.stream()
            .map(unit ->
                new DrawnUnit(
                    unit.code(),
                    unit.code(),
                    unit.stratum(),
                    unit.size(),
                    unit.weight() * unit.completes(),
                    unit.isCertain()))
            .toList();
    long[] sheets = sampled.stream().mapToLong(unit -> counts.sheets(unit.number())).toArray();
    return WeightedUnits.of(drawn, sheets);
  }

  /// The share of people in strata with answers: of certain units their own, of drawn ones the
  /// whole stratum as soon as two of its units answered.
  static Evidence sample(WeightedUnits units, Frame frame, Response response) {
    Map<String, Integer> answering = new HashMap<>();
    for (int u = 0; u < units.count(); u++) {
      if (units.sheets()[u] > 0) {
        answering.merge(units.units().get(u).stratum(), 1, Integer::sum);
      }
    }
    double people = 0;
    double covered = 0;
    for (int u = 0; u < units.count(); u++) {
      DrawnUnit unit = units.units().get(u);
      people += unit.represented();
      int enough = unit.certain() ? 1 : 2;
      covered += answering.getOrDefault(unit.stratum(), 0) >= enough ? unit.represented() : 0;
    }
    return new Evidence(
        Evidence.SampleKind.PROBABILITY,
        true,
        true,
        Evidence.DomainLevel.STATE,
        null,
        null,
        0,
        0,
        frame.coverage(),
        people == 0 ? 0 : covered / people,
        Math.min(1, response.rate()),
        response.rIndicator(),
        response.difference());
  }
}
