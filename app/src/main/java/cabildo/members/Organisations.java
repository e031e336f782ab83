package cabildo.members;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.kernel.Subject;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes organisations and their mandates.
@Component
public class Organisations {
  private static final String COLUMNS =
      """
      select o.id, o.slug, o.name, o.acronym, o.kind, o.territory_id, o.description, o.valid_from,
             o.valid_to, o.successor_id, o.invented
        from members.organisation o
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;

  public Organisations(Database database, Subjects subjects, Ledger ledger) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
  }

  public Organisation get(String slug) {
    return find(slug).orElseThrow(Problem::notFound);
  }

  public Organisation get(UUID id) {
    return database.sql(COLUMNS + "where o.id = :id").with("id", id).get(Organisation.class);
  }

  public Optional<Organisation> find(String slug) {
    return database
        .sql(COLUMNS + "where o.slug = :slug")
        .with("slug", slug)
        .find(Organisation.class);
  }

  public List<Organisation> all() {
    return database.sql(COLUMNS + "order by o.slug").list(Organisation.class);
  }

  /// Those that lived on a day; what has no date on record counts as alive.
  public List<Organisation> validAt(LocalDate day) {
    return all().stream().filter(organisation -> organisation.isValidAt(day)).toList();
  }

  /// The living first, then those that ended.
  public List<Organisation> ofTerritory(UUID territoryId) {
    return database
        .sql(
            COLUMNS
                + """
                 where o.territory_id = :territoryId
                 order by o.valid_to desc nulls first, o.slug
                """)
        .with("territoryId", territoryId)
        .list(Organisation.class);
  }

  /// What took over, and what took over from that: the next first. A chain that closes into a ring
  /// is followed once.
  public List<Organisation> successors(UUID id) {
    return database
        .sql(
            """
            with recursive later as (
              select successor_id as id, 1 as step from members.organisation where id = :id
              union all
              select o.successor_id, later.step + 1
                from members.organisation o join later on o.id = later.id
               where o.successor_id <> :id
            ) cycle id set is_ring using walk
            """
                + COLUMNS
                + "join later on later.id = o.id where not later.is_ring order by later.step")
        .with("id", id)
        .list(Organisation.class);
  }

  /// Those whose work this one took over at once.
  public List<Organisation> predecessors(UUID id) {
    return database
        .sql(COLUMNS + "where o.successor_id = :id order by o.valid_to nulls last, o.slug")
        .with("id", id)
        .list(Organisation.class);
  }

  /// The present first, as far as dates are on record.
  public List<Mandate> mandates(UUID organisationId) {
    return database
        .sql(
            """
            select id, organisation_id, person_name, post, since, until, invented
              from members.mandate where organisation_id = :id
             order by until desc nulls first, since desc nulls last, person_name
            """)
        .with("id", organisationId)
        .list(Mandate.class);
  }

  /// A new organisation. A successor that comes later is named with `end`.
  public void add(Actor actor, Organisation organisation) {
    subjects.register(
        new Subject(
            organisation.id(),
            "organisation",
            organisation.territoryId(),
            organisation.path(),
            organisation.name()));
    database
        .sql(
            """
            insert into members.organisation
              (id, slug, name, acronym, kind, territory_id, description, valid_from, valid_to,
               successor_id, invented)
            values (:id, :slug, :name::jsonb, :acronym, :kind, :territoryId, :description::jsonb,
               :validFrom, :validTo, :successorId, :invented)
            """)
        .with("id", organisation.id())
        .with("slug", organisation.slug())
        .with("name", organisation.name())
        .with("acronym", organisation.acronym())
        .with("kind", organisation.kind())
        .with("territoryId", organisation.territoryId())
        .with("description", organisation.description())
        .with("validFrom", organisation.validFrom())
        .with("validTo", organisation.validTo())
        .with("successorId", organisation.successorId())
        .with("invented", organisation.invented())
        .change();
    ledger.write(actor, "organisation.added", organisation.id(), Map.of());
  }

  /// An organisation ends; its record, its roles and what it promised stay.
  public void end(Actor actor, UUID id, LocalDate day, @Nullable UUID successorId) {
    database
        .sql(
            """
            update members.organisation set valid_to = :day, successor_id = :successorId
             where id = :id
            """)
        .with("id", id)
        .with("day", day)
        .with("successorId", successorId)
        .changeOne();
    Map<String, String> details = new LinkedHashMap<>(Map.of("on", day.toString()));
    if (successorId != null) {
      details.put("successor", successorId.toString());
      ledger.write(
          actor, "organisation.succeeded", successorId, Map.of("predecessor", id.toString()));
    }
    ledger.write(actor, "organisation.ended", id, details);
  }

  public void appoint(Actor actor, Mandate mandate) {
    database
        .sql(
            """
            insert into members.mandate
              (id, organisation_id, person_name, post, since, until, invented)
            values (:id, :organisationId, :personName, :post::jsonb, :since, :until, :invented)
            """)
        .with("id", mandate.id())
        .with("organisationId", mandate.organisationId())
        .with("personName", mandate.personName())
        .with("post", mandate.post())
        .with("since", mandate.since())
        .with("until", mandate.until())
        .with("invented", mandate.invented())
        .change();
    ledger.write(
        actor,
        "organisation.mandate.given",
        mandate.organisationId(),
        Map.of("person", mandate.personName()));
  }
}
