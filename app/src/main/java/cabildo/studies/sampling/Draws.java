package cabildo.studies.sampling;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.statistics.selection.PublicDraw;
import cabildo.studies.Study;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes draws and what was drawn.
@Component
public class Draws {
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  public Draws(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// A draw, with the seed that anyone may repeat it with.
  public record Draw(UUID planId, String seed, Instant drawnAt, String drawnByName) {

    /// What repeats the draw with the published frame.
    public String command(int units) {
      return "./cabildo statistics draw frame.csv --id code --n "
          + units
          + " --size size --seed '"
          + seed.replace("'", "'\\''")
          + "'";
    }
  }

  public Optional<Draw> find(UUID planId) {
    return database
        .sql(
            "select plan_id, seed, drawn_at, drawn_by_name from studies.draw where plan_id = :planId")
        .with("planId", planId)
        .find(Draw.class);
  }

  /// What was drawn for a study, in the order of the numbers; empty before the draw.
  public List<SampledUnit> units(UUID studyId) {
    return database
        .sql(
            """
            select u.number, u.code, u.name, u.territory_id, u.stratum, u.size, u.probability,
                   u.weight, u.completes, u.invitations
              from studies.sampled_unit u join studies.plan p on p.id = u.plan_id
             where p.study_id = :studyId order by u.number
            """)
        .with("studyId", studyId)
        .list(SampledUnit.class);
  }

  /// The municipality for which a drawn unit counts.
  public UUID territory(UUID studyId, int unit) {
    return units(studyId).stream()
        .filter(drawn -> drawn.number() == unit)
        .map(SampledUnit::territoryId)
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /// Draws once, with the seed that was committed to.
  public void draw(Actor actor, Study study, SamplingPlan plan, Allotment allotment, String seed) {
    if (find(plan.id()).isPresent()) {
      throw Problem.conflict("studies.sampling.draw.already");
    }
    database
        .sql(
            """
            insert into studies.draw (plan_id, seed, drawn_at, drawn_by, drawn_by_name)
            values (:planId, :seed, :now, :by, :name)
            """)
        .with("planId", plan.id())
        .with("seed", seed)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    List<SampledUnit> drawn = allotment.drawn(PublicDraw.start(seed, ""));
    drawn.forEach(unit -> add(plan.id(), unit));
    ledger.write(
        actor, "study.sample.drawn", study.id(), Map.of("seed", seed, "units", drawn.size()));
  }

  private void add(UUID planId, SampledUnit unit) {
    database
        .sql(
            """
            insert into studies.sampled_unit
              (plan_id, number, code, name, territory_id, stratum, size, probability, weight,
               completes, invitations)
            values (:planId, :number, :code, :name, :territoryId, :stratum, :size, :probability,
              :weight, :completes, :invitations)
            """)
        .with("planId", planId)
        .with("number", unit.number())
        .with("code", unit.code())
        .with("name", unit.name())
        .with("territoryId", unit.territoryId())
        .with("stratum", unit.stratum())
        .with("size", unit.size())
        .with("probability", unit.probability())
        .with("weight", unit.weight())
        .with("completes", unit.completes())
        .with("invitations", unit.invitations())
        .change();
  }
}
