package cabildo.studies.collection;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.instruments.Digest;
import cabildo.studies.Stream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Hands the answers of a form over to the record.
@Component
class SendAnswers {
  private final Database database;
  private final Sittings sittings;
  private final Clock clock;

  SendAnswers(Database database, Sittings sittings, Clock clock) {
    this.database = database;
    this.sittings = sittings;
    this.clock = clock;
  }

  void of(Link link, Sitting sitting, Questionnaire questionnaire) {
    Map<String, String> answers = questionnaire.toSend();
    JsonNode json = Json.mapper().valueToTree(answers);
    database
        .sql(
            """
            insert into studies.submission (component_id, stream, mode, instance_id, unit,
              invitation_id, territory_id, language, started_at, finished_at, received_at, sha256,
              answers)
            values (:componentId, :stream, 'web', :instanceId, :unit, :invitationId, :territoryId,
              :language, :startedAt, :now, :now, :sha256, :answers::jsonb)
            """)
        .with("componentId", sitting.componentId())
        .with("stream", link.isVolunteer() ? Stream.VOLUNTEER : Stream.PROBABILITY)
        .with("instanceId", sitting.instanceId())
        .with("unit", link.invitation() == null ? null : link.invitation().unit())
        .with("invitationId", sitting.invitationId())
        .with("territoryId", sitting.territoryId())
        .with("language", sitting.language())
        .with("startedAt", sitting.startedAt())
        .with("now", clock.instant())
        .with("sha256", HexFormat.of().parseHex(Digest.of(json)))
        .with("answers", json)
        .change();
    sittings.markSent(sitting);
  }
}
