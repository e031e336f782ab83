package cabildo.commitments;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes progress reports.
@Component
public class ProgressReports {
  private final Database database;
  private final Milestones milestones;
  private final Ledger ledger;
  private final Clock clock;

  public ProgressReports(Database database, Milestones milestones, Ledger ledger, Clock clock) {
    this.database = database;
    this.milestones = milestones;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Newest first.
  public List<ProgressReport> ofMilestone(UUID milestoneId) {
    return database
        .sql(
            """
            select id, milestone_id, reported_on, percent, note, difficulties, recorded_at,
                   recorded_by_name
              from commitments.progress
             where milestone_id = :id
             order by reported_on desc, recorded_at desc, id desc
            """)
        .with("id", milestoneId)
        .list(ProgressReport.class);
  }

  public void report(Actor actor, Milestone milestone, ProgressForm.Value value) {
    database
        .sql(
            """
            insert into commitments.progress
              (id, milestone_id, reported_on, percent, note, difficulties, recorded_at, recorded_by,
               recorded_by_name)
            values (:id, :milestone, :reportedOn, :percent, :note::jsonb, :difficulties::jsonb,
                    :now, :by, :name)
            """)
        .with("id", Ids.next())
        .with("milestone", milestone.id())
        .with("reportedOn", value.reportedOn())
        .with("percent", value.percent())
        .with("note", value.note())
        .with("difficulties", value.difficulties())
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    milestones.countChange(milestone.id());
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("reportedOn", value.reportedOn().toString());
    if (value.percent() != null) {
      details.put("percent", value.percent());
    }
    ledger.write(actor, "milestone.progress.reported", milestone.id(), details);
  }
}
