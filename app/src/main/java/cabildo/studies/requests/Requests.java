package cabildo.studies.requests;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.ledger.Ledger;
import cabildo.members.Territory;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes requests and their codings.
@Component
public class Requests {
  private static final String COLUMNS =
      """
      select q.id, q.template_id, m.number, m.topic, q.territory_id, t.name as place, t.code,
             q.persona_id, q.channel, q.sent_on, q.acknowledged_on, q.answered_on, q.answer,
             q.revision,
             (select count(*)::int from studies.request_coding c where c.request_id = q.id)
               as codings
        from studies.request q
        join studies.request_template m on m.id = q.template_id
        join members.territory t on t.id = q.territory_id
      """;

  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  Requests(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  Request get(UUID id) {
    return database.sql(COLUMNS + "where q.id = :id").with("id", id).get(Request.class);
  }

  /// One coder at a time for each request, until the transaction ends.
  void lock(String id) {
    database
        .sql("select id from studies.request where id::text = :id for update")
        .with("id", id)
        .find(UUID.class);
  }

  /// By municipality and template.
  public List<Request> of(UUID roundId) {
    return database
        .sql(COLUMNS + "where m.round_id = :roundId order by t.code, m.number")
        .with("roundId", roundId)
        .list(Request.class);
  }

  List<Request> ofPersonas(Collection<UUID> personas) {
    return personas.isEmpty()
        ? List.of()
        : database
            .sql(COLUMNS + "where q.persona_id in (:personas) order by t.code, m.number")
            .with("personas", personas)
            .list(Request.class);
  }

  /// Where a template is not asked of a municipality yet, it is; personas take turns.
  void assign(
      Actor actor,
      Round round,
      List<Template> templates,
      List<Territory> places,
      List<Persona> personas,
      Channel channel) {
    int added = 0;
    for (int place = 0; place < places.size(); place++) {
      for (int question = 0; question < templates.size(); question++) {
        Persona persona = personas.get((place + question) % personas.size());
        added += assign(templates.get(question), places.get(place), persona, channel);
      }
    }
    ledger.writePrivately(actor, "study.request.assigned", round.id(), Map.of("requests", added));
  }

  private int assign(Template template, Territory place, Persona persona, Channel channel) {
    return database
        .sql(
            """
            insert into studies.request (id, template_id, territory_id, persona_id, channel)
            values (:id, :templateId, :territoryId, :personaId, :channel)
            on conflict (template_id, territory_id) do nothing
            """)
        .with("id", Ids.next())
        .with("templateId", template.id())
        .with("territoryId", place.id())
        .with("personaId", persona.id())
        .with("channel", channel)
        .change();
  }

  /// The line names the round and nobody: it would tell who asks.
  void record(Round round, Request request, RequestForm.Dates dates) {
    database
        .sql(
            """
            update studies.request
               set channel = :channel, sent_on = :sentOn, acknowledged_on = :acknowledgedOn,
                   answered_on = :answeredOn, answer = :answer, revision = revision + 1
             where id = :id and revision = :revision
            """)
        .with("channel", dates.channel())
        .with("sentOn", dates.sentOn())
        .with("acknowledgedOn", dates.acknowledgedOn())
        .with("answeredOn", dates.answeredOn())
        .with("answer", dates.answer())
        .with("id", request.id())
        .with("revision", request.revision())
        .changeOne();
    ledger.writePrivately(
        Actor.program(),
        "study.request.recorded",
        round.id(),
        Map.of("request", request.id().toString()));
  }

  public List<RequestCoding> codings(UUID roundId) {
    return database
        .sql(
            """
            select c.request_id, c.person_id, c.person_name, c.received, c.clear, c.complete,
                   c.is_true, c.note
              from studies.request_coding c
              join studies.request q on q.id = c.request_id
              join studies.request_template m on m.id = q.template_id
             where m.round_id = :roundId order by c.request_id, c.coded_at
            """)
        .with("roundId", roundId)
        .list(RequestCoding.class);
  }

  /// Again by the same coder replaces what the coder said.
  void code(Actor actor, Round round, Request request, RequestForm.Judgement judgement) {
    database
        .sql(
            """
            insert into studies.request_coding (request_id, person_id, person_name, received,
              clear, complete, is_true, note, coded_at)
            values (:requestId, :personId, :personName, :received, :clear, :complete, :isTrue,
              :note, :now)
            on conflict (request_id, person_id) do update
               set received = :received, clear = :clear, complete = :complete, is_true = :isTrue,
                   note = :note, coded_at = :now
            """)
        .with("requestId", request.id())
        .with("personId", actor.mustBeSignedIn())
        .with("personName", actor.name())
        .with("received", judgement.received())
        .with("clear", judgement.clear())
        .with("complete", judgement.complete())
        .with("isTrue", judgement.isTrue())
        .with("note", judgement.note())
        .with("now", clock.instant())
        .change();
    ledger.writePrivately(
        actor, "study.request.coded", round.id(), Map.of("request", request.id().toString()));
  }
}
