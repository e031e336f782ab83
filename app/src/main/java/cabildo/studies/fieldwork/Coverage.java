package cabildo.studies.fieldwork;

import java.util.List;
import java.util.function.ToLongFunction;

/// Where fieldwork stands against its plan: the whole, by size, by municipality.
///
/// @param places every municipality of the study's territory, in the order of their codes
/// @param outside answers of volunteers who named no municipality of the territory
/// @param promised margin for the whole, as a share
public record Coverage(
    Pace pace,
    List<Place> places,
    List<Group> groups,
    Expectation expectation,
    double promised,
    long outside) {

  public long planned() {
    return sum(Place::planned);
  }

  public long issued() {
    return sum(Place::issued);
  }

  public long answered() {
    return sum(Place::answered);
  }

  public long rejected() {
    return sum(Place::rejected);
  }

  public long volunteers() {
    return sum(Place::volunteers) + outside;
  }

  public long drawn() {
    return places.stream().filter(Place::isDrawn).count();
  }

  public long withAnswers() {
    return places.stream().filter(place -> place.answered() > 0).count();
  }

  public long withVolunteers() {
    return places.stream().filter(place -> place.volunteers() > 0).count();
  }

  /// Whether the promise holds now.
  public boolean isReached() {
    Double margin = expectation.margin();
    return margin != null && margin <= promised;
  }

  public long count(Standing standing) {
    return places.stream().filter(p -> p.isDrawn() && p.standing() == standing).count();
  }

  /// Drawn municipalities that will miss their plan, those that miss most first; empty as long as
  /// it is too early to tell.
  public List<Place> failing() {
    return pace.isTelling()
        ? places.stream()
            .filter(p -> p.isDrawn() && pace.projected(p.answered()) < p.planned())
            .sorted(
                java.util.Comparator.comparingLong(
                        (Place p) -> p.planned() - pace.projected(p.answered()))
                    .reversed()
                    .thenComparing(p -> p.territory().code()))
            .toList()
        : List.of();
  }

  private long sum(ToLongFunction<Place> what) {
    return places.stream().mapToLong(what).sum();
  }
}
