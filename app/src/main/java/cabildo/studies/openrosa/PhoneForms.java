package cabildo.studies.openrosa;

import cabildo.db.Database;
import cabildo.instruments.CompiledForm;
import cabildo.instruments.Definition;
import cabildo.instruments.Versions;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.studies.Component;
import cabildo.studies.Study;
import cabildo.studies.sampling.Draws;
import cabildo.text.Messages;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The forms that phones get, each made once: collectors who work in the same units share one.
@org.springframework.stereotype.Component
class PhoneForms {
  private final Cache<Key, PhoneForm> made = Caffeine.newBuilder().maximumSize(500).build();
  private final Database database;
  private final Versions versions;
  private final Draws draws;
  private final Territories territories;
  private final Messages messages;

  PhoneForms(
      Database database,
      Versions versions,
      Draws draws,
      Territories territories,
      Messages messages) {
    this.database = database;
    this.versions = versions;
    this.draws = draws;
    this.territories = territories;
    this.messages = messages;
  }

  private record Key(UUID componentId, List<PhoneForm.Place> places, @Nullable Notice notice) {}

  private record Notice(int number, LocalText simplified) {}

  /// @param units of the collector; empty = all that were drawn
  PhoneForm of(Study study, Component component, List<Integer> units) {
    List<PhoneForm.Place> places =
        draws.units(study.id()).stream()
            .filter(unit -> units.isEmpty() || units.contains(unit.number()))
            .map(unit -> PhoneForm.Place.of(unit, territories.get(unit.territoryId()).code()))
            .toList();
    Key key = new Key(component.id(), places, notice(study.id()).orElse(null));
    return Objects.requireNonNull(made.get(key, _ -> make(study, component, key)));
  }

  private Optional<Notice> notice(UUID studyId) {
    return database
        .sql(
            """
            select number, simplified from studies.notice
             where study_id = :studyId order by number desc limit 1
            """)
        .with("studyId", studyId)
        .find(Notice.class);
  }

  private Map<String, UUID> municipalities(Study study) {
    Territory whole = territories.get(study.territoryId());
    return (whole.isMunicipality() ? List.of(whole) : territories.children(whole.id()))
        .stream().collect(Collectors.toMap(Territory::code, Territory::id));
  }

  private PhoneForm make(Study study, Component component, Key key) {
    CompiledForm compiled = versions.compiled(component.versionId());
    Notice notice = key.notice();
    Definition own = compiled.definition();
    return PhoneForm.of(
        compiled,
        component.formId(),
        String.valueOf(versions.get(component.versionId()).number()),
        key.places(),
        key.places().isEmpty() ? municipalities(study) : Map.of(),
        new PhoneForm.Words(
            text(own, "studies.openrosa.form.unit"),
            text(own, "studies.openrosa.form.unitHint"),
            text(own, "studies.openrosa.form.consentNeeded"),
            notice == null ? null : notice.simplified(),
            notice == null ? 0 : notice.number()));
  }

  /// In the form's languages, as far as the program speaks them; the first stands in for the rest.
  private LocalText text(Definition own, String key) {
    Lang fallback = messages.languages().getFirst();
    Map<String, String> texts = new HashMap<>();
    for (Lang lang : own.languages()) {
      texts.put(lang.code(), messages.text(messages.speaks(lang.code()) ? lang : fallback, key));
    }
    return new LocalText(own.original(), texts);
  }
}
