package cabildo.reports;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.kernel.Ids;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Every statement that reads or writes form definitions. A version that was stored once never
/// changes; the program refuses to start with another text under the same number.
@Component
@DependsOnDatabaseInitialization
public class Forms {
  public static final String END_OF_COMMITMENT = "end_of_commitment";

  private final Database database;
  private final Map<UUID, FormDefinition> known = new ConcurrentHashMap<>();

  public Forms(Database database) {
    this.database = database;
  }

  private record Row(UUID id, JsonNode definition) {}

  @PostConstruct
  void loadShipped() throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    for (Resource file : resolver.getResources("classpath:definitions/forms/*.json")) {
      try {
        store(ReadFormDefinition.read(file.getContentAsString(StandardCharsets.UTF_8)), file);
      } catch (ReadFormDefinition.Fault fault) {
        throw new IllegalStateException(file.getFilename() + ", " + fault.getMessage(), fault);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void store(FormDefinition form, Resource file) throws IOException {
    JsonNode text = Json.read(file.getContentAsString(StandardCharsets.UTF_8));
    database
        .sql(
            """
            insert into reports.form (id, kind, version, effective_on, definition)
            values (:id, :kind, :version, :effectiveOn, :definition::jsonb)
            on conflict (kind, version) do nothing
            """)
        .with("id", Ids.next())
        .with("kind", form.kind())
        .with("version", form.version())
        .with("effectiveOn", form.effectiveOn())
        .with("definition", text)
        .change();
    boolean isSame =
        database
            .sql(
                """
                select definition = :definition::jsonb from reports.form
                 where kind = :kind and version = :version
                """)
            .with("kind", form.kind())
            .with("version", form.version())
            .with("definition", text)
            .isTrue();
    if (!isSame) {
      throw new ReadFormDefinition.Fault(
          "form",
          "version "
              + form.version()
              + " was stored with another text; a change needs a new version");
    }
  }

  public FormDefinition get(UUID id) {
    return known.computeIfAbsent(
        id,
        _ ->
            ReadFormDefinition.read(
                Json.write(
                    database
                        .sql("select id, definition from reports.form where id = :id")
                        .with("id", id)
                        .get(Row.class)
                        .definition())));
  }

  /// The version that a report begun on this day uses.
  public UUID currentId(String kind, LocalDate day) {
    return database
        .sql(
            """
            select id from reports.form where kind = :kind and effective_on <= :day
             order by version desc limit 1
            """)
        .with("kind", kind)
        .with("day", day)
        .get(UUID.class);
  }
}
