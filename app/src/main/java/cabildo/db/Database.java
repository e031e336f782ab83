package cabildo.db;

import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// SQL as it is written, with bound parameters and records for rows. Nothing else reaches the
/// database.
///
/// Texts, JSON nodes, enums and instants are bound as PostgreSQL wants them: cast the first two
/// with `::jsonb` in the statement.
@Component
public class Database {
  private final JdbcClient client;

  public Database(JdbcClient client) {
    this.client = client;
  }

  public Statement sql(String sql) {
    return new Statement(client.sql(sql));
  }

  public static final class Statement {
    private static final int AT_ONCE = 500;

    private final JdbcClient.StatementSpec spec;
    private final Map<String, @Nullable Object> params = new LinkedHashMap<>();

    private Statement(JdbcClient.StatementSpec spec) {
      this.spec = spec;
    }

    public Statement with(String name, @Nullable Object value) {
      params.put(name, toDatabase(value));
      return this;
    }

    /// The one row that must be there; without it the Problem `NotFound`.
    public <R> R get(Class<R> row) {
      return find(row).orElseThrow(Problem::notFound);
    }

    /// The one row, if there is one; more than one is a defect of the statement.
    public <R> Optional<R> find(Class<R> row) {
      List<R> rows = list(row);
      if (rows.size() > 1) {
        throw new IllegalStateException("one row was asked for and " + rows.size() + " came");
      }
      return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
    }

    public <R> List<R> list(Class<R> row) {
      return bound().query((ResultSet rows) -> Rows.list(row, rows));
    }

    /// Uses row after row as they come, so that memory does not grow with their number. Only within
    /// a transaction: outside one the driver fetches everything first.
    public <R> void each(Class<R> row, Consumer<R> use) {
      bound()
          .withFetchSize(AT_ONCE)
          .query((ResultSet rows) -> {
            Rows.each(row, rows, use);
            return true;
          });
    }

    /// A count; a statement that gives no row counts as zero.
    public long count() {
      return find(Long.class).orElse(0L);
    }

    public boolean isTrue() {
      return find(Boolean.class).orElse(false);
    }

    public int change() {
      return bound().update();
    }

    /// Changes exactly one row. None means that somebody else was faster: the Problem `Conflict`.
    public void changeOne() {
      if (change() != 1) {
        throw Problem.conflict("web.problem.conflict");
      }
    }

    private JdbcClient.StatementSpec bound() {
      return spec.params(params);
    }

    private static @Nullable Object toDatabase(@Nullable Object value) {
      return switch (value) {
        case null -> null;
        case Instant instant -> instant.atOffset(ZoneOffset.UTC);
        case LocalText text -> Json.write(text);
        case JsonNode node -> Json.write(node);
        case Enum<?> word -> Rows.code(word);
        case Collection<?> many -> many.stream().map(Statement::toDatabase).toList();
        default -> value;
      };
    }
  }
}
