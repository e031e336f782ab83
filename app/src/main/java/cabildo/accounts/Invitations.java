package cabildo.accounts;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Role;
import cabildo.kernel.Subject;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Every statement that reads or writes invitations.
@Component
public class Invitations {
  static final Duration VALID = Duration.ofDays(14);

  private static final String COLUMNS =
      """
      select i.id, i.email, i.name, i.role, i.scope_id, s.title as scope, i.language, i.invited_at,
             i.invited_by, p.name as inviter, i.expires_at, i.accepted_at, i.withdrawn_at
        from accounts.invitation i
        left join accounts.person p on p.id = i.invited_by
        left join ledger.subject s on s.id = i.scope_id
      """;

  private static final LocalText TITLE = LocalText.both("Invitación", "Invitation");

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final Clock clock;

  public Invitations(Database database, Subjects subjects, Ledger ledger, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Invitation get(UUID id) {
    return database.sql(COLUMNS + " where i.id = :id").with("id", id).get(Invitation.class);
  }

  Optional<Invitation> find(Token token) {
    return database
        .sql(COLUMNS + " where i.token_sha256 = :hash")
        .with("hash", token.sha256())
        .find(Invitation.class);
  }

  /// What nobody has answered yet, newest first; of one inviter, or of all.
  public List<Invitation> open(@Nullable UUID inviter) {
    return database
        .sql(
            COLUMNS
                + """
                 where i.accepted_at is null and i.withdrawn_at is null and i.expires_at > :now
                   and i.invited_by is not null
                   and (i.invited_by = :inviter or :everyone)
                 order by i.id desc
                """)
        .with("now", clock.instant())
        .with("inviter", inviter)
        .with("everyone", inviter == null)
        .list(Invitation.class);
  }

  boolean isOpenFor(String email, Actor.Grant grant) {
    return open(null).stream()
        .anyMatch(one ->
            email.equals(one.email()) && new Actor.Grant(one.role(), one.scopeId()).equals(grant));
  }

  /// Gives the token, which is known here and now and never again.
  Token invite(Actor actor, InvitationForm.NewInvitation invitation, Lang lang) {
    return add(actor, invitation.email(), invitation.name(), invitation.grant(), lang);
  }

  /// The way in while nobody can sign in: an invitation to be administrator, for whoever reads the
  /// console. Absent as soon as there is a person.
  @Transactional
  public Optional<String> inviteFirstAdministrator() {
    if (!database.sql("select not exists (select from accounts.person)").isTrue()) {
      return Optional.empty();
    }
    database
        .sql(
            """
            update accounts.invitation set withdrawn_at = :now
             where invited_by is null and withdrawn_at is null
            """)
        .with("now", clock.instant())
        .change();
    var grant = new Actor.Grant(Role.ADMINISTRATOR, null);
    return Optional.of(add(Actor.program(), null, null, grant, Lang.ES).text());
  }

  private Token add(
      Actor actor, @Nullable String email, @Nullable String name, Actor.Grant grant, Lang lang) {
    Token token = Token.fresh();
    UUID id = Ids.next();
    subjects.register(new Subject(id, "invitation", null, "/invitations/" + id, TITLE));
    database
        .sql(
            """
            insert into accounts.invitation
              (id, email, name, role, scope_id, token_sha256, language, invited_at, invited_by,
               expires_at)
            values (:id, :email, :name, :role, :scopeId, :hash, :language, :now, :by, :expiresAt)
            """)
        .with("id", id)
        .with("email", email)
        .with("name", name)
        .with("role", grant.role())
        .with("scopeId", grant.scopeId())
        .with("hash", token.sha256())
        .with("language", lang.code())
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("expiresAt", clock.instant().plus(VALID))
        .change();
    ledger.writePrivately(
        actor,
        "invitation.sent",
        id,
        Map.of("role", grant.role().code(), "scope", String.valueOf(grant.scopeId())));
    return token;
  }

  public void withdraw(Actor actor, Invitation invitation) {
    database
        .sql(
            """
            update accounts.invitation set withdrawn_at = :now
             where id = :id and accepted_at is null and withdrawn_at is null
            """)
        .with("now", clock.instant())
        .with("id", invitation.id())
        .changeOne();
    ledger.writePrivately(actor, "invitation.withdrawn", invitation.id(), Map.of());
  }

  /// Once only: the second who tries meets the Problem `Conflict`.
  void accept(Actor actor, Invitation invitation, UUID personId) {
    database
        .sql(
            """
            update accounts.invitation set accepted_at = :now, person_id = :personId
             where id = :id and accepted_at is null and withdrawn_at is null and expires_at > :now
            """)
        .with("now", clock.instant())
        .with("personId", personId)
        .with("id", invitation.id())
        .changeOne();
    ledger.writePrivately(actor, "invitation.accepted", invitation.id(), Map.of());
  }
}
