package cabildo.studies;

import cabildo.db.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// The official calendar by which terms are counted: data, with its sources.
@Component
public class WorkCalendars {
  private static final String SHIPPED = "/definitions/calendars/mexico-state.json";

  private final WorkCalendar official = read();

  public WorkCalendar official() {
    return official;
  }

  private static WorkCalendar read() {
    try (var file = WorkCalendars.class.getResourceAsStream(SHIPPED)) {
      byte[] bytes = Objects.requireNonNull(file, SHIPPED).readAllBytes();
      return WorkCalendar.read(Json.read(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
