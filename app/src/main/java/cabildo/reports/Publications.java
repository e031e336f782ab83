package cabildo.reports;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.kernel.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Every statement that reads or adds published versions; none changes one.
@Component
public class Publications {
  private static final String COLUMNS =
      """
      select report_id, number, published_at, published_year, reason, body, sha256,
             published_by_name
        from reports.publication
      """;

  private final Database database;

  public Publications(Database database) {
    this.database = database;
  }

  /// All versions, the newest first.
  public List<Publication> of(UUID reportId) {
    return database
        .sql(COLUMNS + " where report_id = :reportId order by number desc")
        .with("reportId", reportId)
        .list(Publication.class);
  }

  /// Two publications at the same moment cannot take the same number: the second is a Conflict.
  void add(Actor actor, UUID reportId, ReportBody body) {
    JsonNode json = Json.mapper().valueToTree(body);
    database
        .sql(
            """
            insert into reports.publication (report_id, number, published_at, published_year,
              reason, body, sha256, published_by, published_by_name)
            values (:reportId, :number, :publishedAt, :publishedYear, :reason::jsonb, :body::jsonb,
              :sha256, :by, :byName)
            """)
        .with("reportId", reportId)
        .with("number", body.number())
        .with("publishedAt", body.dates().publishedAt())
        .with("publishedYear", body.dates().publishedYear())
        .with("reason", body.reason())
        .with("body", json)
        .with("sha256", sha256(json))
        .with("by", actor.id())
        .with("byName", actor.name())
        .change();
  }

  private static String sha256(JsonNode json) {
    try {
      byte[] bytes = Json.write(json).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
