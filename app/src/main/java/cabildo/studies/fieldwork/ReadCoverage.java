package cabildo.studies.fieldwork;

import cabildo.kernel.Period;
import cabildo.members.SizeStrata;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.studies.Component;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Study;
import cabildo.studies.sampling.PlanTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts counts, plan and places together.
@org.springframework.stereotype.Component
public class ReadCoverage {
  private final Fieldwork fieldwork;
  private final Territories territories;
  private final SizeStrata strata;
  private final Phases phases;
  private final Clock clock;

  ReadCoverage(
      Fieldwork fieldwork, Territories territories, SizeStrata strata, Phases phases, Clock clock) {
    this.fieldwork = fieldwork;
    this.territories = territories;
    this.strata = strata;
    this.phases = phases;
    this.clock = clock;
  }

  /// @param units of `Fieldwork.units`
  Coverage read(Study study, Component component, PlanTerms terms, List<UnitState> units) {
    Pace pace = pace(study, terms.fieldwork());
    Map<UUID, List<UnitState>> byPlace =
        units.stream().collect(Collectors.groupingBy(UnitState::territoryId));
    Map<UUID, Long> volunteers = new HashMap<>();
    long outside = 0;
    List<Territory> municipalities = territories.children(study.territoryId());
    var inside = municipalities.stream().map(Territory::id).collect(Collectors.toSet());
    for (Fieldwork.Volunteers some : fieldwork.volunteers(component.id())) {
      UUID place = some.territoryId();
      if (place != null && inside.contains(place)) {
        volunteers.put(place, some.answers());
      } else {
        outside += some.answers();
      }
    }
    List<Place> places =
        municipalities.stream()
            .filter(Territory::isMunicipality)
            .map(one ->
                place(
                    one,
                    byPlace.getOrDefault(one.id(), List.of()),
                    volunteers.getOrDefault(one.id(), 0L),
                    terms,
                    pace))
            .toList();
    return new Coverage(
        pace,
        places,
        groups(places, terms),
        Expectation.of(terms, units),
        terms.stateMargin(),
        outside);
  }

  private static Place place(
      Territory territory, List<UnitState> units, long volunteers, PlanTerms terms, Pace pace) {
    long answered = units.stream().mapToLong(UnitState::answered).sum();
    long planned = units.stream().mapToLong(UnitState::planned).sum();
    long people = units.stream().mapToLong(UnitState::size).sum();
    return new Place(
        territory,
        units,
        volunteers,
        pace.standing(planned, answered),
        Expectation.ofMunicipality(terms, people, answered));
  }

  private List<Group> groups(List<Place> places, PlanTerms terms) {
    return strata.all().stream()
        .map(stratum -> {
          List<Place> alike =
              places.stream()
                  .filter(place -> stratum.slug().equals(place.territory().sizeStratum()))
                  .toList();
          List<UnitState> units = alike.stream().flatMap(one -> one.units().stream()).toList();
          return new Group(stratum, alike, Expectation.of(terms, units));
        })
        .filter(group -> !group.places().isEmpty())
        .toList();
  }

  private Pace pace(Study study, Period planned) {
    return Pace.of(
        day(phases.enteredAt(study.id(), Phase.Name.OPENED).orElse(null)),
        day(phases.enteredAt(study.id(), Phase.Name.CLOSED).orElse(null)),
        planned,
        LocalDate.now(clock));
  }

  private @Nullable LocalDate day(@Nullable Instant instant) {
    return instant == null ? null : LocalDate.ofInstant(instant, clock.getZone());
  }
}
