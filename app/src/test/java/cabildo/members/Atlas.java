package cabildo.members;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A small country for tests: one state, four municipalities, a few organisations.
public final class Atlas {
  private final Territories territories;
  private final Organisations organisations;

  public final Territory country;
  public final Territory state;
  public final Territory large;
  public final Territory middle;
  public final Territory small;

  public Atlas(Territories territories, Organisations organisations) {
    this.territories = territories;
    this.organisations = organisations;
    country = add(null, Level.COUNTRY, "ZZ", "País de Prueba", "Testland", 2_000_000, null);
    state = add(country.id(), Level.STATE, "99", "Estado de Prueba", "Test State", 1_000_000, 0.0);
    large = municipality("99001", "Ciudad Ágata", 700_000, 0.1);
    middle = municipality("99002", "San Ópalo", 60_000, 0.2);
    small = municipality("99003", "Santa Turquesa Ñandú", 4_000, 0.5);
  }

  public Territory municipality(String code, String name, int population, Double east) {
    return add(state.id(), Level.MUNICIPALITY, code, name, name, population, east);
  }

  private Territory add(
      @Nullable UUID parent,
      Level level,
      String code,
      String es,
      String en,
      int population,
      @Nullable Double east) {
    boolean isCountry = level == Level.COUNTRY;
    var territory =
        new Territory(
            Ids.next(),
            parent,
            level,
            code,
            cabildo.kernel.Slug.of(en),
            LocalText.both(es, en),
            2020,
            population,
            isCountry ? null : population * 7 / 10,
            isCountry ? null : population * 51 / 100,
            isCountry ? null : population * 49 / 100,
            isCountry ? null : population / 50,
            isCountry ? null : population / 4,
            isCountry ? null : population / 8,
            east == null ? null : Double.valueOf(19.0 + east),
            east == null ? null : Double.valueOf(-99.0 - east),
            null);
    territories.add(Actor.program(), territory);
    return territory;
  }

  public Organisation organisation(String slug, Territory territory, @Nullable LocalDate ended) {
    var organisation =
        new Organisation(
            Ids.next(),
            slug,
            LocalText.both("Organización " + slug, "Organisation " + slug),
            slug.toUpperCase(java.util.Locale.ROOT),
            OrganisationKind.GUARANTOR,
            territory.id(),
            null,
            null,
            ended,
            null,
            true);
    organisations.add(Actor.program(), organisation);
    return organisation;
  }
}
