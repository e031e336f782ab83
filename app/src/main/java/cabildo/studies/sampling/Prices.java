package cabildo.studies.sampling;

import cabildo.statistics.Status;
import cabildo.statistics.planning.Template;
import java.time.LocalDate;
import java.util.List;

/// What a conclusive study would cost, by the terms with which a planner begins.
public final class Prices {
  private Prices() {}

  /// The state's first; designs that cannot be are left out.
  public static List<Template> ofFirstTerms(List<FrameUnit> municipalities) {
    if (municipalities.size() < 2) {
      return List.of();
    }
    PlanTerms terms = PlanTerms.first(LocalDate.EPOCH);
    return PlanTerms.kinds().reversed().stream()
        .map(kind -> Allotment.price(terms, kind, municipalities))
        .filter(price -> price.status() == Status.OK)
        .toList();
  }
}
