package cabildo.studies.fieldwork;

import cabildo.members.SizeStratum;
import java.util.List;

/// The municipalities of a size, together.
///
/// @param expectation of the drawn units in them
public record Group(SizeStratum stratum, List<Place> places, Expectation expectation) {

  public long planned() {
    return places.stream().mapToLong(Place::planned).sum();
  }

  public long issued() {
    return places.stream().mapToLong(Place::issued).sum();
  }

  public long answered() {
    return places.stream().mapToLong(Place::answered).sum();
  }

  public long volunteers() {
    return places.stream().mapToLong(Place::volunteers).sum();
  }

  public long withAnswers() {
    return places.stream().filter(place -> place.answered() > 0).count();
  }
}
