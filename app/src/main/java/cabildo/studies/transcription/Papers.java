package cabildo.studies.transcription;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.studies.collection.CitizenSide;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Every statement that reads or writes sheets and what was keyed from them.
@Component
class Papers {
  private static final String COLUMNS =
      """
      select p.id, p.component_id, p.code, p.invitation_id, i.unit, p.territory_id, p.language,
             p.begun_at, p.settled_at, p.settled_by_name,
             (select count(*) from studies.keying k where k.paper_id = p.id) as keyings,
             (select count(*) from studies.keying k
               where k.paper_id = p.id and k.finished_at is not null) as finished
        from studies.paper p left join studies.invitation i on i.id = p.invitation_id
      """;

  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  Papers(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  Paper get(UUID id) {
    return database.sql(COLUMNS + "where p.id = :id").with("id", id).get(Paper.class);
  }

  Optional<Paper> find(UUID componentId, String code) {
    return database
        .sql(COLUMNS + "where p.component_id = :componentId and p.code = :code")
        .with("componentId", componentId)
        .with("code", code)
        .find(Paper.class);
  }

  /// Unsettled ones first, the newest first among them.
  List<Paper> of(UUID componentId) {
    return database
        .sql(
            COLUMNS
                + """
                where p.component_id = :componentId
                order by p.settled_at is not null, p.id desc limit 200
                """)
        .with("componentId", componentId)
        .list(Paper.class);
  }

  /// @param invitationId or else a municipality
  record NewPaper(
      String code, @Nullable UUID invitationId, @Nullable UUID territoryId, String language) {}

  UUID add(Actor actor, CitizenSide side, NewPaper paper) {
    UUID id = Ids.next();
    database
        .sql(
            """
            insert into studies.paper (id, component_id, code, invitation_id, territory_id,
              language, begun_at)
            values (:id, :componentId, :code, :invitationId, :territoryId, :language, :now)
            """)
        .with("id", id)
        .with("componentId", side.component().id())
        .with("code", paper.code())
        .with("invitationId", paper.invitationId())
        .with("territoryId", paper.territoryId())
        .with("language", paper.language())
        .with("now", clock.instant())
        .change();
    ledger.writePrivately(
        actor, "study.paper.begun", side.study().id(), Map.of("code", paper.code()));
    return id;
  }

  /// The two of a sheet, who began first first.
  List<Keying> keyings(UUID paperId) {
    return database
        .sql(
            """
            select paper_id, keyed_by, keyed_by_name, answers, last_page, changed_at, finished_at
              from studies.keying where paper_id = :paperId order by finished_at, changed_at
            """)
        .with("paperId", paperId)
        .list(Keying.class);
  }

  Optional<Keying> keying(UUID paperId, UUID person) {
    return keyings(paperId).stream().filter(one -> one.keyedBy().equals(person)).findFirst();
  }

  /// One's own keying, begun when it was not. `NotAllowed` for a third person: two read each sheet.
  Keying begin(Actor actor, CitizenSide side, Paper paper, Map<String, String> known) {
    UUID person = actor.mustBeSignedIn();
    // The sheet is held, so that two who begin at once are counted one after the other.
    database
        .sql("select id from studies.paper where id = :id for update")
        .with("id", paper.id())
        .get(UUID.class);
    Optional<Keying> own = keying(paper.id(), person);
    if (own.isPresent()) {
      return own.get();
    }
    if (keyings(paper.id()).size() >= 2) {
      throw Problem.notAllowed("studies.transcription.paper.twoAlready");
    }
    database
        .sql(
            """
            insert into studies.keying (paper_id, keyed_by, keyed_by_name, answers, changed_at)
            values (:paperId, :person, :name, :answers::jsonb, :now)
            """)
        .with("paperId", paper.id())
        .with("person", person)
        .with("name", actor.name())
        .with("answers", Json.mapper().<JsonNode>valueToTree(known))
        .with("now", clock.instant())
        .change();
    ledger.writePrivately(
        actor, "study.paper.keyed", side.study().id(), Map.of("code", paper.code()));
    return keying(paper.id(), person).orElseThrow();
  }

  /// `Conflict` once it was finished.
  void save(Actor actor, CitizenSide side, Keying keying, Map<String, String> answers, int page) {
    database
        .sql(
            """
            update studies.keying set answers = :answers::jsonb, last_page = :page,
                   changed_at = :now
             where paper_id = :paperId and keyed_by = :person and finished_at is null
            """)
        .with("answers", Json.mapper().<JsonNode>valueToTree(answers))
        .with("page", page)
        .with("now", clock.instant())
        .with("paperId", keying.paperId())
        .with("person", keying.keyedBy())
        .changeOne();
    ledger.writePrivately(
        actor,
        "study.paper.keyed",
        side.study().id(),
        Map.of("paper", keying.paperId().toString(), "page", page));
  }

  void finish(Actor actor, CitizenSide side, Keying keying) {
    database
        .sql(
            """
            update studies.keying set finished_at = :now
             where paper_id = :paperId and keyed_by = :person and finished_at is null
            """)
        .with("now", clock.instant())
        .with("paperId", keying.paperId())
        .with("person", keying.keyedBy())
        .changeOne();
    ledger.writePrivately(
        actor,
        "study.paper.keyed",
        side.study().id(),
        Map.of("paper", keying.paperId().toString(), "finished", true));
  }

  /// Once: the second who settles meets the Problem `Conflict`.
  void settle(Actor actor, CitizenSide side, Paper paper, long submissionId, int differences) {
    database
        .sql(
            """
            update studies.paper
               set settled_at = :now, settled_by = :by, settled_by_name = :name,
                   submission_id = :submissionId
             where id = :id and settled_at is null
            """)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .with("submissionId", submissionId)
        .with("id", paper.id())
        .changeOne();
    ledger.writePrivately(
        actor,
        "study.paper.settled",
        side.study().id(),
        Map.of("code", paper.code(), "differences", differences));
  }
}
