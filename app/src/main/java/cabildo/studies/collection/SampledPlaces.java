package cabildo.studies.collection;

import cabildo.db.Database;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Where drawn units are.
@Component
public class SampledPlaces {
  private final Database database;

  SampledPlaces(Database database) {
    this.database = database;
  }

  /// The municipality for which a drawn unit counts.
  public UUID territory(UUID studyId, int unit) {
    return database
        .sql(
            """
            select u.territory_id from studies.sampled_unit u
              join studies.plan p on p.id = u.plan_id
             where p.study_id = :studyId and u.number = :unit
            """)
        .with("studyId", studyId)
        .with("unit", unit)
        .get(UUID.class);
  }
}
