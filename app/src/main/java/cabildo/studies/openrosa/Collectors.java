package cabildo.studies.openrosa;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.studies.Study;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes collectors.
@Component
public class Collectors {
  private static final String COLUMNS =
      """
      select c.id, c.component_id, c.number, c.name, c.digest_hash, c.added_at, c.withdrawn_at,
             array(select u.unit from studies.collector_unit u
                    where u.collector_id = c.id order by u.unit) as units,
      """;
  private static final String WITHOUT_WORK = COLUMNS + "0 as submissions, null as last_at ";
  private static final String WITH_WORK =
      COLUMNS
          + """
           w.submissions, w.last_at
            from studies.collector c
           cross join lateral (
             select count(*) as submissions, max(s.received_at) as last_at
               from studies.submission s
              where s.component_id = c.component_id and s.collector = c.name
                and s.mode = 'phone') w
          """;

  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  Collectors(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// In the order in which they were added, those that were withdrawn too.
  public List<Collector> of(UUID componentId) {
    return database
        .sql(WITH_WORK + "where c.component_id = :componentId order by c.number")
        .with("componentId", componentId)
        .list(Collector.class);
  }

  Collector get(UUID id) {
    return database.sql(WITH_WORK + "where c.id = :id").with("id", id).get(Collector.class);
  }

  /// Of those that may work.
  Optional<Collector> find(Secret secret) {
    return database
        .sql(
            WITHOUT_WORK
                + """
                  from studies.collector c
                 where c.token_hash = decode(:hash, 'hex') and c.withdrawn_at is null
                """)
        .with("hash", secret.sha256())
        .find(Collector.class);
  }

  /// Of those that may work, by study and user name.
  Optional<Collector> find(String slug, int number) {
    return database
        .sql(
            WITHOUT_WORK
                + """
                  from studies.collector c
                  join studies.component p on p.id = c.component_id and p.perspective = 'citizen'
                  join studies.study s on s.id = p.study_id
                 where s.slug = :slug and c.number = :number and c.withdrawn_at is null
                """)
        .with("slug", slug)
        .with("number", number)
        .find(Collector.class);
  }

  boolean hasName(UUID componentId, String name) {
    return database
        .sql(
            """
            select exists (select from studies.collector
                            where component_id = :componentId and name = :name)
            """)
        .with("componentId", componentId)
        .with("name", name)
        .isTrue();
  }

  /// @param units where the collector works; empty = everywhere
  Collector add(
      Actor actor, Study study, UUID componentId, String name, List<Integer> units, Secret secret) {
    UUID id = Ids.next();
    int number =
        1
            + (int)
                database
                    .sql(
                        """
                        select coalesce(max(number), 0) from studies.collector
                         where component_id = :componentId
                        """)
                    .with("componentId", componentId)
                    .count();
    database
        .sql(
            """
            insert into studies.collector (id, component_id, number, name, token_hash, digest_hash,
              added_at, added_by, added_by_name)
            values (:id, :componentId, :number, :name, decode(:hash, 'hex'), :digest, :now, :by,
              :byName)
            """)
        .with("id", id)
        .with("componentId", componentId)
        .with("number", number)
        .with("name", name)
        .with("hash", secret.sha256())
        .with("digest", secret.digestHash("campo-" + number))
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("byName", actor.name())
        .change();
    database
        .sql(
            """
            insert into studies.collector_unit (collector_id, unit)
            select :id, unnest(:units::integer[])
            """)
        .with("id", id)
        .with("units", units.toArray(Integer[]::new))
        .change();
    ledger.writePrivately(actor, "study.collector.added", study.id(), Map.of("number", number));
    return get(id);
  }

  /// What the collector sent stays. `Conflict` when it was withdrawn already.
  void withdraw(Actor actor, Study study, Collector collector) {
    int changed =
        database
            .sql(
                """
                update studies.collector set withdrawn_at = :now, withdrawn_by_name = :name
                 where id = :id and withdrawn_at is null
                """)
            .with("now", clock.instant())
            .with("name", actor.name())
            .with("id", collector.id())
            .change();
    if (changed == 0) {
      throw Problem.conflict("studies.openrosa.collectors.withdrawnAlready");
    }
    ledger.writePrivately(
        actor, "study.collector.withdrawn", study.id(), Map.of("number", collector.number()));
  }
}
