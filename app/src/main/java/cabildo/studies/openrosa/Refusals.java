package cabildo.studies.openrosa;

import cabildo.db.Database;
import cabildo.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes what could not be taken in.
@Component
public class Refusals {
  private static final int AT_ONCE = 200;
  private static final int LONGEST_DETAIL = 1000;

  private final Database database;
  private final Clock clock;

  Refusals(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// @param why of `Refused.Why`
  /// @param detail as the phone was told
  /// @param sizeBytes of what was kept
  /// @param times how often the same was sent
  public record Refusal(
      UUID id,
      String collector,
      String why,
      String detail,
      long sizeBytes,
      int times,
      Instant firstAt,
      Instant lastAt) {}

  /// Keeps what was sent; the same once more is counted.
  void keep(Collector collector, Refused.Why why, String detail, byte[] body) {
    database
        .sql(
            """
            insert into studies.refusal
              (id, collector_id, why, detail, sha256, body, first_at, last_at)
            values (:id, :collectorId, :why, :detail, sha256(:body), :body, :now, :now)
            on conflict (collector_id, why, sha256) do update
              set times = studies.refusal.times + 1, last_at = excluded.last_at,
                  detail = excluded.detail
            """)
        .with("id", Ids.next())
        .with("collectorId", collector.id())
        .with("why", why.code())
        .with("detail", detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)))
        .with("body", body)
        .with("now", clock.instant())
        .change();
  }

  /// The latest first, at most two hundred.
  List<Refusal> of(UUID componentId) {
    return database
        .sql(
            """
            select r.id, c.name as collector, r.why, r.detail, length(r.body) as size_bytes,
                   r.times, r.first_at, r.last_at
              from studies.refusal r join studies.collector c on c.id = r.collector_id
             where c.component_id = :componentId
             order by r.last_at desc, r.id desc limit
            """
                + " "
                + AT_ONCE)
        .with("componentId", componentId)
        .list(Refusal.class);
  }

  /// What was sent, as text.
  Optional<String> body(UUID componentId, UUID id) {
    return database
        .sql(
            """
            select encode(r.body, 'hex')
              from studies.refusal r join studies.collector c on c.id = r.collector_id
             where r.id = :id and c.component_id = :componentId
            """)
        .with("id", id)
        .with("componentId", componentId)
        .find(String.class)
        .map(hex -> new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8));
  }
}
