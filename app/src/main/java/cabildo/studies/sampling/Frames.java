package cabildo.studies.sampling;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.studies.Study;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes frames.
@Component
public class Frames {
  private static final String COLUMNS =
      """
      select id, study_id, number, source, reference_on, coverage, sha256, taken_at
        from studies.frame
      """;
  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final Territories territories;
  private final Clock clock;

  public Frames(
      Database database, Subjects subjects, Ledger ledger, Territories territories, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.territories = territories;
    this.clock = clock;
  }

  public Frame get(UUID id) {
    return database.sql(COLUMNS + "where id = :id").with("id", id).get(Frame.class);
  }

  /// The newest frame of a study.
  public Optional<Frame> find(UUID studyId) {
    return database
        .sql(COLUMNS + "where study_id = :studyId order by number desc limit 1")
        .with("studyId", studyId)
        .find(Frame.class);
  }

  /// In the order of their codes.
  public List<FrameUnit> units(UUID frameId) {
    return database
        .sql(
            """
            select code, name, territory_id, stratum, size from studies.frame_unit
             where frame_id = :frameId order by code
            """)
        .with("frameId", frameId)
        .list(FrameUnit.class);
  }

  /// The municipalities of the study's territory, with their adults. Those whose adults the census
  /// does not give are left out; the coverage says so.
  public List<FrameUnit> municipalities(Study study) {
    return territories.children(study.territoryId()).stream()
        .filter(Territory::isMunicipality)
        .filter(one -> one.adults() != null)
        .map(one ->
            new FrameUnit(
                one.code(),
                one.name().asWritten().text(),
                one.id(),
                String.valueOf(one.sizeStratum()),
                Optional.ofNullable(one.adults()).orElse(0)))
        .toList();
  }

  /// Keeps a snapshot of the census of the study's municipalities.
  public Frame takeCensus(Actor actor, Study study, double coverage) {
    int year = territories.get(study.territoryId()).censusYear();
    return take(
        actor, study, municipalities(study), Frame.CENSUS, LocalDate.of(year, 3, 15), coverage);
  }

  Frame take(
      Actor actor,
      Study study,
      List<FrameUnit> units,
      LocalText source,
      LocalDate referenceOn,
      double coverage) {
    int number = find(study.id()).map(Frame::number).orElse(0) + 1;
    UUID id =
        subjects.register(
            "sampling_frame", study.id(), study.path() + "/frames/" + number, study.title());
    database
        .sql(
            """
            insert into studies.frame
              (id, study_id, number, source, reference_on, coverage, sha256, taken_at)
            values (:id, :studyId, :number, :source::jsonb, :referenceOn, :coverage, :sha256, :now)
            """)
        .with("id", id)
        .with("studyId", study.id())
        .with("number", number)
        .with("source", source)
        .with("referenceOn", referenceOn)
        .with("coverage", coverage)
        .with("sha256", FrameCsv.sha256(units))
        .with("now", clock.instant())
        .change();
    fill(id, units);
    ledger.writePrivately(actor, "study.frame.taken", study.id(), Map.of("units", units.size()));
    return get(id);
  }

  private void fill(UUID id, List<FrameUnit> units) {
    database
        .sql(
            """
            insert into studies.frame_unit (frame_id, code, name, territory_id, stratum, size)
            select :id, n.code, n.name, n.territory_id, n.stratum, n.size
              from unnest(:codes::text[], :names::text[], :territories::uuid[], :strata::text[],
                     :sizes::int[]) as n (code, name, territory_id, stratum, size)
            """)
        .with("id", id)
        .with("codes", units.stream().map(FrameUnit::code).toArray(String[]::new))
        .with("names", units.stream().map(FrameUnit::name).toArray(String[]::new))
        .with("territories", units.stream().map(FrameUnit::territoryId).toArray(UUID[]::new))
        .with("strata", units.stream().map(FrameUnit::stratum).toArray(String[]::new))
        .with("sizes", units.stream().map(FrameUnit::size).toArray(Integer[]::new))
        .change();
  }
}
