package cabildo.studies.office;

import cabildo.db.Database;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Study;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Where a study stands, counted from the rows of all its rooms. Reads only.
@Component
public class Stand {
  private final Database database;
  private final Phases phases;

  Stand(Database database, Phases phases) {
    this.database = database;
    this.phases = phases;
  }

  /// @param asksCitizens whether a component with the citizens' perspective is there
  /// @param drawnUnits 0 before the draw
  /// @param invitations that were issued and not withdrawn
  public record Counts(
      long components,
      boolean asksCitizens,
      boolean asksInstitutions,
      boolean simulates,
      long notices,
      boolean hasPlan,
      long drawnUnits,
      long invitations,
      long submissions,
      long unreviewedFlags,
      long assessments,
      long requests) {}

  /// @param counts what is there
  /// @param phases entered so far, in order
  public record Whole(Study study, Counts counts, List<Phase> phases) {
    public boolean has(Phase.Name name) {
      return phases.stream().anyMatch(phase -> phase.phase() == name);
    }

    /// The phase that comes next; absent when the last was entered.
    public Optional<Phase.Name> next() {
      return Arrays.stream(Phase.Name.values()).skip(phases.size()).findFirst();
    }

    /// The message of what stands in the way of a phase; empty when nothing does.
    public Optional<String> obstacle(Phase.Name phase) {
      return switch (phase) {
        case REGISTERED, CLOSED -> Optional.empty();
        case OPENED ->
            counts.notices() == 0
                ? Optional.of("studies.office.obstacle.notice")
                : counts.drawnUnits() == 0
                    ? Optional.of("studies.office.obstacle.draw")
                    : Optional.empty();
        case PUBLISHED ->
            counts.unreviewedFlags() > 0
                ? Optional.of("studies.office.obstacle.flags")
                : Optional.empty();
      };
    }
  }

  Whole of(Study study) {
    return new Whole(study, counts(study.id()), phases.of(study.id()));
  }

  private Counts counts(UUID studyId) {
    return database
        .sql(
            """
            with c as (select id, perspective from studies.component where study_id = :id)
            select (select count(*) from c) as components,
                   exists (select from c where perspective = 'citizen') as asks_citizens,
                   exists (select from c where perspective = 'institution') as asks_institutions,
                   exists (select from c where perspective = 'simulated') as simulates,
                   (select count(*) from studies.notice where study_id = :id) as notices,
                   exists (select from studies.plan where study_id = :id) as has_plan,
                   (select count(*) from studies.sampled_unit u
                      join studies.plan p on p.id = u.plan_id
                     where p.study_id = :id) as drawn_units,
                   (select count(*) from studies.invitation i join c on c.id = i.component_id
                     where i.withdrawn_at is null) as invitations,
                   (select count(*) from studies.submission s join c on c.id = s.component_id)
                     as submissions,
                   (select count(distinct f.submission_id) from studies.flag f
                      join studies.submission s on s.id = f.submission_id
                      join c on c.id = s.component_id
                     where not exists (
                       select from studies.review r where r.submission_id = s.id))
                     as unreviewed_flags,
                   (select count(*) from studies.assessment a join c on c.id = a.component_id)
                     as assessments,
                   (select count(*) from studies.request q
                      join studies.request_template t on t.id = q.template_id
                      join studies.request_round o on o.id = t.round_id
                     where o.study_id = :id) as requests
            """)
        .with("id", studyId)
        .get(Counts.class);
  }
}
