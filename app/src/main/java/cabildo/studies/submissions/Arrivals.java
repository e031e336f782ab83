package cabildo.studies.submissions;

import cabildo.db.Database;
import cabildo.studies.Stream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes how much arrived on which day.
@Component
public class Arrivals {
  private final Database database;
  private final Clock clock;

  public Arrivals(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Submissions of a day, whether they count or not.
  public record Arrival(Stream stream, Mode mode, LocalDate day, long n) {}

  /// The earliest first.
  public List<Arrival> of(UUID componentId) {
    return database
        .sql(
            """
            select stream, mode, day, n from studies.arrival
             where component_id = :id order by day, stream, mode
            """)
        .with("id", componentId)
        .list(Arrival.class);
  }

  /// Counts what transactions from `start` to before `stop` brought. To be called once for each, in
  /// the fold.
  void count(UUID componentId, String start, String stop) {
    database
        .sql(
            """
            insert into studies.arrival as a (component_id, stream, mode, day, n)
            select s.component_id, s.stream, s.mode,
                   (s.received_at at time zone :zone)::date as day, count(*)
              from studies.submission s
             where s.component_id = :id and s.replaces_id is null
               and s.tx >= :start::xid8 and s.tx < :stop::xid8
             group by 1, 2, 3, 4 order by 1, 2, 3, 4
            on conflict (component_id, stream, mode, day) do update set n = a.n + excluded.n
            """)
        .with("id", componentId)
        .with("zone", clock.getZone().getId())
        .with("start", start)
        .with("stop", stop)
        .change();
  }
}
