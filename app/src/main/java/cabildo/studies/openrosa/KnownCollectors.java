package cabildo.studies.openrosa;

import cabildo.studies.Component;
import cabildo.studies.Components;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// Who is behind a secret or a user name: asked of the database once in five seconds, so that a
/// withdrawn collector and a closed field are known at most that much later, on every node.
@org.springframework.stereotype.Component
class KnownCollectors {
  private static final Duration TRUST = Duration.ofSeconds(5);

  private final Cache<String, Optional<Field>> known =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(TRUST).build();
  private final Collectors collectors;
  private final Components components;
  private final Studies studies;
  private final Phases phases;
  private final PhoneForms forms;

  KnownCollectors(
      Collectors collectors,
      Components components,
      Studies studies,
      Phases phases,
      PhoneForms forms) {
    this.collectors = collectors;
    this.components = components;
    this.studies = studies;
    this.phases = phases;
    this.forms = forms;
  }

  Optional<Field> find(Secret secret) {
    return find("secret " + secret.sha256(), () -> collectors.find(secret));
  }

  Optional<Field> find(String slug, String userName) {
    return userName.matches("campo-[1-9][0-9]{0,6}")
        ? find(
            "name " + slug + " " + userName,
            () -> collectors.find(slug, Integer.parseInt(userName.substring(6))))
        : Optional.empty();
  }

  /// What was known is asked anew.
  void forget() {
    known.invalidateAll();
  }

  private Optional<Field> find(String key, Supplier<Optional<Collector>> collector) {
    return Objects.requireNonNull(known.get(key, _ -> collector.get().map(this::field)));
  }

  private Field field(Collector collector) {
    Component component = components.get(collector.componentId());
    Study study = studies.get(component.studyId());
    return new Field(
        collector,
        study,
        component,
        forms.of(study, component, collector.units()),
        standing(phases.of(study.id())));
  }

  private static Field.Standing standing(List<Phase> entered) {
    if (entered.stream().noneMatch(phase -> phase.phase() == Phase.Name.OPENED)) {
      return Field.Standing.NOT_OPEN;
    }
    return entered.getLast().phase() == Phase.Name.OPENED
        ? Field.Standing.OPEN
        : Field.Standing.CLOSED;
  }
}
