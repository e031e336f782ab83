package cabildo.studies.results;

import cabildo.db.Database;
import cabildo.studies.sampling.SampledUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How many people of each drawn unit were invited.
@Component
class Invited {
  private final Database database;

  Invited(Database database) {
    this.database = database;
  }

  private record Row(int unit, long n) {}

  /// In the order of the units; what was planned where interviewers invite without a list.
  long[] perUnit(UUID componentId, List<SampledUnit> units) {
    Map<Integer, Long> issued = new HashMap<>();
    database
        .sql(
            """
            select unit, count(*) as n from studies.invitation
             where component_id = :id and withdrawn_at is null group by unit
            """)
        .with("id", componentId)
        .list(Row.class)
        .forEach(row -> issued.put(row.unit(), row.n()));
    return units.stream()
        .mapToLong(unit -> issued.getOrDefault(unit.number(), (long) unit.invitations()))
        .toArray();
  }
}
