package cabildo.comments;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.kernel.Subject;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes replies and what moderators decided on them.
@Component
public class Comments {
  private static final String PUBLISHED =
      """
      select c.id, c.about_id, c.parent_id, c.author_name, o.name as organisation, c.language,
             c.body, c.received_at, c.invented
        from comments.comment c
        join comments.moderation m on m.comment_id = c.id and m.decision = 'published'
        left join members.organisation o on o.id = c.organisation_id
      """;
  private static final String WAITING =
      """
      select c.id, c.about_id, s.path, s.title, c.author_name, c.language, c.body, c.received_at,
             c.invented
        from comments.comment c join ledger.subject s on s.id = c.about_id
       where not exists (select from comments.moderation m where m.comment_id = c.id)
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final Clock clock;

  public Comments(Database database, Subjects subjects, Ledger ledger, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// What the public reads under a thing.
  public CommentThread thread(UUID aboutId) {
    return new CommentThread(
        aboutId,
        database
            .sql(PUBLISHED + " where c.about_id = :aboutId order by c.received_at, c.id")
            .with("aboutId", aboutId)
            .list(Comment.class));
  }

  /// A published reply.
  public Comment get(UUID id) {
    return database.sql(PUBLISHED + " where c.id = :id").with("id", id).get(Comment.class);
  }

  /// The replies that wait for a moderator, oldest first.
  List<WaitingComment> waiting(int most) {
    return database
        .sql(WAITING + " order by c.received_at, c.id limit :most")
        .with("most", most)
        .list(WaitingComment.class);
  }

  /// `NotFound` when there is no such reply, `Conflict` when it no longer waits.
  WaitingComment getWaiting(UUID id) {
    Optional<WaitingComment> waiting =
        database.sql(WAITING + " and c.id = :id").with("id", id).find(WaitingComment.class);
    return waiting.orElseThrow(() -> isThere(id) ? decided() : Problem.notFound());
  }

  private boolean isThere(UUID id) {
    return database
        .sql("select exists (select from comments.comment where id = :id)")
        .with("id", id)
        .isTrue();
  }

  private static Problem.Stop decided() {
    return Problem.conflict("comments.alreadyDecided");
  }

  /// A stranger's reply: it waits.
  ///
  /// @param parent the published reply that it answers
  UUID receive(NewComment reply, Subject about, @Nullable Comment parent) {
    UUID id = insert(reply, about.id(), parent, null, null);
    reply
        .email()
        .ifPresent(email ->
            database
                .sql("insert into comments.contact (comment_id, email) values (:id, :email)")
                .with("id", id)
                .with("email", email)
                .change());
    ledger.writePrivately(Actor.visitor(reply.authorName()), "comment.received", id, Map.of());
    return id;
  }

  /// The answer of an organisation: it is published at once.
  UUID answer(Actor actor, NewComment reply, Comment to, UUID organisationId) {
    UUID id = insert(reply, to.aboutId(), to, organisationId, actor.mustBeSignedIn());
    publish(actor, id);
    return id;
  }

  /// Conversations have two levels: who answers an answer joins the conversation that it is in.
  private UUID insert(
      NewComment reply,
      UUID aboutId,
      @Nullable Comment parent,
      @Nullable UUID organisationId,
      @Nullable UUID personId) {
    UUID id = Ids.next();
    subjects.register(new Subject(id, "comment", aboutId, "/comments/" + id, reply.title()));
    UUID parentId =
        parent == null ? null : Objects.requireNonNullElse(parent.parentId(), parent.id());
    database
        .sql(
            """
            insert into comments.comment (id, about_id, parent_id, author_name, organisation_id,
              person_id, language, body, received_at)
            values (:id, :aboutId, :parentId, :authorName, :organisationId, :personId, :language,
              :body, :now)
            """)
        .with("id", id)
        .with("aboutId", aboutId)
        .with("parentId", parentId)
        .with("authorName", reply.authorName())
        .with("organisationId", organisationId)
        .with("personId", personId)
        .with("language", reply.lang().code())
        .with("body", reply.body())
        .with("now", clock.instant())
        .change();
    return id;
  }

  void publish(Actor actor, UUID id) {
    decide(actor, id, "published", null);
    ledger.write(actor, "comment.published", id, Map.of());
  }

  void reject(Actor actor, UUID id, String reason) {
    decide(actor, id, "rejected", reason);
    ledger.writePrivately(actor, "comment.rejected", id, Map.of("reason", reason));
  }

  private void decide(Actor actor, UUID id, String decision, @Nullable String reason) {
    int changed =
        database
            .sql(
                """
                insert into comments.moderation
                  (comment_id, decision, reason, decided_at, decided_by, decided_by_name)
                values (:id, :decision, :reason, :now, :by, :byName) on conflict do nothing
                """)
            .with("id", id)
            .with("decision", decision)
            .with("reason", reason)
            .with("now", clock.instant())
            .with("by", actor.id())
            .with("byName", actor.name())
            .change();
    if (changed == 0) {
      throw decided();
    }
  }

  /// An organisation in whose name a person may answer.
  public record Voice(UUID id, LocalText name) {}

  /// The organisations that the person's roles are scoped to.
  List<Voice> voices(Actor actor) {
    List<UUID> scopes =
        actor.grants().stream().map(Actor.Grant::scopeId).filter(Objects::nonNull).toList();
    return scopes.isEmpty()
        ? List.of()
        : database
            .sql("select id, name from members.organisation where id in (:scopes) order by slug")
            .with("scopes", scopes)
            .list(Voice.class);
  }
}
