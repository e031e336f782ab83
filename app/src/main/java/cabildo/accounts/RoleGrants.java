package cabildo.accounts;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes grants of roles.
@Component
public class RoleGrants {
  private static final String COLUMNS =
      """
      select g.id, g.person_id, g.role, g.scope_id, s.title as scope, g.granted_at
        from accounts.role_grant g left join ledger.subject s on s.id = g.scope_id
       where g.revoked_at is null
      """;

  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  public RoleGrants(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  public List<RoleGrant> all() {
    return database.sql(COLUMNS + " order by g.role, g.id").list(RoleGrant.class);
  }

  public List<RoleGrant> of(UUID personId) {
    return database
        .sql(COLUMNS + " and g.person_id = :personId order by g.role, g.id")
        .with("personId", personId)
        .list(RoleGrant.class);
  }

  public RoleGrant get(UUID personId, UUID id) {
    return database
        .sql(COLUMNS + " and g.person_id = :personId and g.id = :id")
        .with("personId", personId)
        .with("id", id)
        .get(RoleGrant.class);
  }

  /// What an `Actor` is made of.
  public List<Actor.Grant> heldBy(UUID personId) {
    return database
        .sql(
            """
            select role, scope_id from accounts.role_grant
             where person_id = :personId and revoked_at is null
            """)
        .with("personId", personId)
        .list(Actor.Grant.class);
  }

  /// Refuses what the person may not hold beside what she holds already (`Separation`).
  public void grant(Actor actor, UUID personId, Actor.Grant grant) {
    database
        .sql("select id from accounts.person where id = :id for update")
        .with("id", personId)
        .get(UUID.class);
    if (Separation.forbids(heldBy(personId), grant)) {
      throw Problem.notAllowed("accounts.grant.separation");
    }
    database
        .sql(
            """
            insert into accounts.role_grant (id, person_id, role, scope_id, granted_at, granted_by)
            values (:id, :personId, :role, :scopeId, :now, :by)
            """)
        .with("id", Ids.next())
        .with("personId", personId)
        .with("role", grant.role())
        .with("scopeId", grant.scopeId())
        .with("now", clock.instant())
        .with("by", actor.id())
        .change();
    ledger.writePrivately(actor, "person.role.granted", personId, details(grant));
  }

  public void revoke(Actor actor, RoleGrant grant) {
    if (grant.role() == Role.ADMINISTRATOR) {
      keepAnAdministratorBeside(grant.personId());
    }
    database
        .sql(
            """
            update accounts.role_grant set revoked_at = :now, revoked_by = :by
             where id = :id and revoked_at is null
            """)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("id", grant.id())
        .changeOne();
    ledger.writePrivately(
        actor,
        "person.role.revoked",
        grant.personId(),
        details(new Actor.Grant(grant.role(), grant.scopeId())));
  }

  /// The rows are locked, so that two administrators cannot remove each other at once.
  private void keepAnAdministratorBeside(UUID personId) {
    List<UUID> administrators =
        database
            .sql(
                """
                select g.person_id from accounts.role_grant g
                  join accounts.person p on p.id = g.person_id
                 where g.role = 'administrator' and g.scope_id is null
                   and g.revoked_at is null and p.closed_at is null and p.password is not null
                 order by g.id for update of g
                """)
            .list(UUID.class);
    if (administrators.stream().allMatch(personId::equals)) {
      throw Problem.notAllowed("accounts.grant.lastAdministrator");
    }
  }

  private static Map<String, String> details(Actor.Grant grant) {
    return Map.of("role", grant.role().code(), "scope", String.valueOf(grant.scopeId()));
  }
}
