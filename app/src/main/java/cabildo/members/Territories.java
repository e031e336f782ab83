package cabildo.members;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.kernel.Subject;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes territories.
@Component
public class Territories {
  private static final String COLUMNS =
      """
      select t.id, t.parent_id, t.level, t.code, t.slug, t.name, t.census_year, t.population,
             t.adults, t.female, t.male, t.indigenous_speakers, t.households,
             t.households_with_internet, t.seat_lat, t.seat_lon, t.size_stratum
        from members.territory t
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final SizeStrata strata;

  public Territories(Database database, Subjects subjects, Ledger ledger, SizeStrata strata) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.strata = strata;
  }

  public Territory get(String slug) {
    return find(slug).orElseThrow(Problem::notFound);
  }

  public Territory get(UUID id) {
    return database.sql(COLUMNS + "where t.id = :id").with("id", id).get(Territory.class);
  }

  public Optional<Territory> find(String slug) {
    return database.sql(COLUMNS + "where t.slug = :slug").with("slug", slug).find(Territory.class);
  }

  public Optional<Territory> findByCode(String code) {
    return database.sql(COLUMNS + "where t.code = :code").with("code", code).find(Territory.class);
  }

  /// All of them in the order of their codes, each storey before the one below it.
  public List<Territory> all() {
    return database
        .sql(
            COLUMNS
                + """
                 order by array_position(array['country', 'state', 'municipality'], t.level), t.code
                """)
        .list(Territory.class);
  }

  /// Those that are part of no other.
  public List<Territory> roots() {
    return database
        .sql(COLUMNS + "where t.parent_id is null order by t.code")
        .list(Territory.class);
  }

  public List<Territory> children(UUID id) {
    return database
        .sql(COLUMNS + "where t.parent_id = :id order by t.code")
        .with("id", id)
        .list(Territory.class);
  }

  /// What contains it, the widest first; empty for a country.
  public List<Territory> ancestors(UUID id) {
    return database
        .sql(
            """
            with recursive up as (
              select parent_id as id, 1 as height from members.territory where id = :id
              union all
              select p.parent_id, up.height + 1 from members.territory p join up on p.id = up.id
            )
            """
                + COLUMNS
                + "join up on up.id = t.id order by up.height desc")
        .with("id", id)
        .list(Territory.class);
  }

  /// A new territory under its parent, which must be there. A municipality is put into its size
  /// stratum by its population, whatever the record says.
  public void add(Actor actor, Territory territory) {
    subjects.register(
        new Subject(
            territory.id(), "territory", territory.parentId(), territory.path(), territory.name()));
    database
        .sql(
            """
            insert into members.territory
              (id, parent_id, level, code, slug, name, census_year, population, adults, female,
               male, indigenous_speakers, households, households_with_internet, seat_lat, seat_lon,
               size_stratum)
            values (:id, :parentId, :level, :code, :slug, :name::jsonb, :censusYear, :population,
               :adults, :female, :male, :indigenousSpeakers, :households, :withInternet, :seatLat,
               :seatLon, :sizeStratum)
            """)
        .with("id", territory.id())
        .with("parentId", territory.parentId())
        .with("level", territory.level())
        .with("code", territory.code())
        .with("slug", territory.slug())
        .with("name", territory.name())
        .with("censusYear", territory.censusYear())
        .with("population", territory.population())
        .with("adults", territory.adults())
        .with("female", territory.female())
        .with("male", territory.male())
        .with("indigenousSpeakers", territory.indigenousSpeakers())
        .with("households", territory.households())
        .with("withInternet", territory.householdsWithInternet())
        .with("seatLat", territory.seatLat())
        .with("seatLon", territory.seatLon())
        .with(
            "sizeStratum",
            territory.isMunicipality() ? strata.of(territory.population()).slug() : null)
        .change();
    ledger.write(actor, "territory.added", territory.id(), Map.of("code", territory.code()));
  }
}
