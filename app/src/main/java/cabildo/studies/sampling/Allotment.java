package cabildo.studies.sampling;

import cabildo.statistics.planning.Invitations;
import cabildo.statistics.planning.Template;
import cabildo.statistics.selection.ProportionalToSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the interviews of a plan fall on the units of its frame, before and after the draw.
///
/// Every municipality: all units are certain, each with the interviews that its margin takes. State
/// only: units that are larger than one share of the draw are certain and get interviews by their
/// size; the rest of the interviews are spread evenly over the rest of the draw, so that
/// everybody's weight is about the same.
final class Allotment {
  /// Of units that are drawn by chance, and of those that are certain in the state-only design.
  static final String BY_CHANCE = "chance";

  private final PlanTerms terms;
  private final List<FrameUnit> units;
  private final Template price;
  private final ProportionalToSize draw;

  private Allotment(
      PlanTerms terms, List<FrameUnit> units, Template price, ProportionalToSize draw) {
    this.terms = terms;
    this.units = units;
    this.price = price;
    this.draw = draw;
  }

  /// Units without people cannot be drawn and are left out.
  static Allotment of(PlanTerms terms, List<FrameUnit> frame) {
    List<FrameUnit> units = frame.stream().filter(unit -> unit.size() > 0).toList();
    double[] sizes = units.stream().mapToDouble(FrameUnit::size).toArray();
    Template price = price(terms, terms.template(), units);
    int drawn =
        switch (terms.template()) {
          case EVERY_MUNICIPALITY -> units.size();
          case STATE_ONLY -> Math.min(terms.drawnUnits(), units.size());
        };
    return new Allotment(terms, units, price, ProportionalToSize.of(sizes, drawn));
  }

  static Template price(PlanTerms terms, Template.Kind kind, List<FrameUnit> units) {
    double[] sizes = units.stream().mapToDouble(FrameUnit::size).filter(n -> n > 0).toArray();
    Template.Terms priced = terms.priced(sizes);
    return switch (kind) {
      case EVERY_MUNICIPALITY -> Template.everyMunicipality(priced);
      case STATE_ONLY -> Template.stateOnly(priced);
    };
  }

  Template price() {
    return price;
  }

  /// What is drawn from a start in [0, 1), with weights; the order is that of the frame.
  List<SampledUnit> drawn(double start) {
    List<SampledUnit> sampled = new ArrayList<>();
    for (int unit : draw.systematic(start)) {
      sampled.add(sampled(sampled.size(), unit));
    }
    return sampled;
  }

  private SampledUnit sampled(int number, int unit) {
    FrameUnit line = units.get(unit);
    double probability = draw.probabilities()[unit];
    int completes = completes(unit);
    return new SampledUnit(
        number,
        line.code(),
        line.name(),
        line.territoryId(),
        stratum(unit),
        line.size(),
        probability,
        line.size() / (probability * completes),
        completes,
        invitations(completes));
  }

  private String stratum(int unit) {
    return isCertain(unit) ? units.get(unit).code() : BY_CHANCE;
  }

  private boolean isCertain(int unit) {
    return draw.probabilities()[unit] >= 1;
  }

  private int completes(int unit) {
    if (terms.template() == Template.Kind.EVERY_MUNICIPALITY) {
      return (int) price.completesPerMunicipality()[unit];
    }
    if (isCertain(unit)) {
      return certain(unit);
    }
    int certain = draw.certainties().stream().mapToInt(this::certain).sum();
    int byChance = price.municipalities() - draw.certainties().size();
    return (int) Math.max(2, Math.ceilDiv(price.completes() - certain, byChance));
  }

  private int certain(int unit) {
    double all = units.stream().mapToDouble(FrameUnit::size).sum();
    return (int) Math.max(2, Math.round(price.completes() * units.get(unit).size() / all));
  }

  private int invitations(int completes) {
    return (int) Invitations.expected(completes, terms.responseRate());
  }

  /// The strata of the draw with what is planned in each.
  List<PlanStratum> strata() {
    Map<String, PlanStratum> strata = new LinkedHashMap<>();
    int byChance = draw.certainties().isEmpty() ? price.municipalities() : 0;
    if (terms.template() == Template.Kind.STATE_ONLY) {
      byChance = price.municipalities() - draw.certainties().size();
    }
    for (int unit = 0; unit < units.size(); unit++) {
      String stratum = stratum(unit);
      int drawn = isCertain(unit) ? 1 : byChance;
      int completes = completes(unit) * drawn;
      int invitations = invitations(completes(unit)) * drawn;
      strata.merge(
          stratum,
          new PlanStratum(stratum, units.get(unit).size(), 1, drawn, completes, invitations),
          Allotment::together);
    }
    return List.copyOf(strata.values());
  }

  private static PlanStratum together(PlanStratum a, PlanStratum b) {
    return new PlanStratum(
        a.stratum(),
        a.population() + b.population(),
        a.frameUnits() + b.frameUnits(),
        a.drawnUnits(),
        a.completes(),
        a.invitations());
  }
}
