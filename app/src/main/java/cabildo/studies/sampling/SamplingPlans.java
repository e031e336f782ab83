package cabildo.studies.sampling;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.instruments.Digest;
import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Study;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Every statement that reads or writes plans of samples.
@Component
public class SamplingPlans {
  private static final String COLUMNS =
      """
      select id, study_id, frame_id, terms, seed_commitment, revision, registered_at,
             registered_by_name, sha256
        from studies.plan
      """;

  private final Database database;
  private final Subjects subjects;
  private final Phases phases;
  private final Ledger ledger;
  private final Clock clock;

  public SamplingPlans(
      Database database, Subjects subjects, Phases phases, Ledger ledger, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.phases = phases;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Optional<SamplingPlan> find(UUID studyId) {
    return database
        .sql(COLUMNS + "where study_id = :studyId")
        .with("studyId", studyId)
        .find(SamplingPlan.class);
  }

  /// The plan, once everybody may see it.
  public Optional<SamplingPlan> findRegistered(UUID studyId) {
    return find(studyId).filter(SamplingPlan::isRegistered);
  }

  public List<PlanStratum> strata(UUID planId) {
    return database
        .sql(
            """
            select stratum, population, frame_units, drawn_units, completes, invitations
              from studies.plan_stratum where plan_id = :planId order by stratum
            """)
        .with("planId", planId)
        .list(PlanStratum.class);
  }

  /// Keeps a draft; `Conflict` when it was changed since `revision` was read.
  ///
  /// @param revision of the draft that is replaced; absent for the first
  public void keep(
      Actor actor,
      Study study,
      Frame frame,
      PlanTerms terms,
      @Nullable String seedCommitment,
      @Nullable Integer revision) {
    String template = terms.template().name().toLowerCase(java.util.Locale.ROOT);
    if (revision == null) {
      UUID id =
          subjects.register("sampling_plan", study.id(), study.path() + "/plan", study.title());
      database
          .sql(
              """
              insert into studies.plan (id, study_id, frame_id, template, terms, seed_commitment)
              values (:id, :studyId, :frameId, :template, :terms::jsonb, :commitment)
              """)
          .with("id", id)
          .with("studyId", study.id())
          .with("frameId", frame.id())
          .with("template", template)
          .with("terms", terms.toJson())
          .with("commitment", seedCommitment)
          .change();
    } else {
      database
          .sql(
              """
              update studies.plan
                 set frame_id = :frameId, template = :template, terms = :terms::jsonb,
                     seed_commitment = :commitment, revision = revision + 1
               where study_id = :studyId and revision = :revision and registered_at is null
              """)
          .with("frameId", frame.id())
          .with("template", template)
          .with("terms", terms.toJson())
          .with("commitment", seedCommitment)
          .with("studyId", study.id())
          .with("revision", revision)
          .changeOne();
    }
    ledger.writePrivately(actor, "study.plan.kept", study.id(), Map.of());
  }

  /// Freezes a plan before anybody is invited, and moves the study to its first phase.
  public void register(
      Actor actor, Study study, SamplingPlan plan, Frame frame, Allotment allotment) {
    if (hasInvitations(study.id())) {
      throw Problem.conflict("studies.sampling.plan.tooLate");
    }
    allotment.strata().forEach(stratum -> add(plan.id(), stratum));
    String sha256 = Digest.of(registered(plan, frame));
    database
        .sql(
            """
            update studies.plan
               set registered_at = :now, registered_by = :by, registered_by_name = :name,
                   sha256 = :sha256
             where id = :id and revision = :revision and registered_at is null
            """)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .with("sha256", sha256)
        .with("id", plan.id())
        .with("revision", plan.revision())
        .changeOne();
    ledger.write(
        actor,
        "study.plan.registered",
        study.id(),
        Map.of("sha256", sha256, "frame", frame.sha256()));
    phases.enter(actor, study, Phase.Name.REGISTERED);
  }

  /// What the hash of a registered plan is made of.
  public static ObjectNode registered(SamplingPlan plan, Frame frame) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.set("terms", plan.terms());
    json.put("frame", frame.sha256());
    json.put("seedCommitment", plan.seedCommitment());
    return json;
  }

  private boolean hasInvitations(UUID studyId) {
    return database
        .sql(
            """
            select exists (select from studies.invitation i
                             join studies.component c on c.id = i.component_id
                            where c.study_id = :studyId)
            """)
        .with("studyId", studyId)
        .isTrue();
  }

  private void add(UUID planId, PlanStratum stratum) {
    database
        .sql(
            """
            insert into studies.plan_stratum
              (plan_id, stratum, population, frame_units, drawn_units, completes, invitations)
            values (:planId, :stratum, :population, :frameUnits, :drawnUnits, :completes,
              :invitations)
            """)
        .with("planId", planId)
        .with("stratum", stratum.stratum())
        .with("population", stratum.population())
        .with("frameUnits", stratum.frameUnits())
        .with("drawnUnits", stratum.drawnUnits())
        .with("completes", stratum.completes())
        .with("invitations", stratum.invitations())
        .change();
  }
}
