package cabildo.reports;

import cabildo.accounts.Person;
import cabildo.accounts.RoleGrants;
import cabildo.commitments.Commitment;
import cabildo.commitments.Commitments;
import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Opens a draft for those who may work on it, and keeps apart those who carry a commitment from
/// those who assess it.
@Component
public class Drafts {
  private final Database database;
  private final Reports reports;
  private final Forms forms;
  private final Evaluators evaluators;
  private final GivenAnswers answers;
  private final Commitments commitments;
  private final RoleGrants grants;

  public Drafts(
      Database database,
      Reports reports,
      Forms forms,
      Evaluators evaluators,
      GivenAnswers answers,
      Commitments commitments,
      RoleGrants grants) {
    this.database = database;
    this.reports = reports;
    this.forms = forms;
    this.evaluators = evaluators;
    this.answers = answers;
    this.commitments = commitments;
    this.grants = grants;
  }

  /// The draft, for one of its evaluators who may still assess; a report filed elsewhere has none.
  public Draft open(Actor actor, String slug) {
    Report report = reports.get(slug);
    if (report.filedElsewhere()) {
      throw Problem.notFound();
    }
    Commitment commitment = commitments.get(report.commitmentId());
    mustBeAbleToAssess(actor, commitment);
    evaluators.own(actor, report.id());
    return new Draft(
        report,
        forms.get(report.formId()),
        commitment,
        evaluators.of(report.id()),
        answers.sheet(report.id()));
  }

  /// Refuses whoever is no evaluator here, and whoever stands on the side of those assessed.
  public void mustBeAbleToAssess(Actor actor, Commitment commitment) {
    actor.mustHold(Role.EVALUATOR, scopes(commitment));
    if (standsOnTheOtherSide(actor, commitment)) {
      throw Problem.notAllowed("reports.problem.ownWork");
    }
  }

  public boolean mayAssess(Person person, Commitment commitment) {
    Actor actor = new Actor(person.id(), person.name(), grants.heldBy(person.id()));
    return actor.holds(Role.EVALUATOR, scopes(commitment))
        && !standsOnTheOtherSide(actor, commitment);
  }

  private boolean standsOnTheOtherSide(Actor actor, Commitment commitment) {
    return actor.belongsTo(carriers(commitment.id()))
        || actor.holds(Role.OFFICER, scopes(commitment))
        || actor.holds(Role.LIAISON, scopes(commitment));
  }

  private Set<UUID> scopes(Commitment commitment) {
    return Set.of(commitment.id(), commitment.planId());
  }

  /// The organisations that lead, support or are responsible for a milestone.
  private Set<UUID> carriers(UUID commitmentId) {
    List<UUID> ids =
        database
            .sql(
                """
                with carrier as (
                  select organisation_id as id from commitments.responsible
                   where commitment_id = :id
                  union
                  select m.government_responsible_id from commitments.milestone m
                    join commitments.line_of_action l on l.id = m.line_of_action_id
                   where l.commitment_id = :id
                  union
                  select m.civil_responsible_id from commitments.milestone m
                    join commitments.line_of_action l on l.id = m.line_of_action_id
                   where l.commitment_id = :id and m.civil_responsible_id is not null
                )
                select id from carrier
                """)
            .with("id", commitmentId)
            .list(UUID.class);
    return new HashSet<>(ids);
  }
}
