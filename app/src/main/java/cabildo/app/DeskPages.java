package cabildo.app;

import cabildo.accounts.RoleGrant;
import cabildo.accounts.RoleGrants;
import cabildo.kernel.Actor;
import cabildo.kernel.Role;
import cabildo.web.Answer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The work area: what the person who is signed in can do now.
@Controller
@RequestMapping("/{lang}/desk")
@Transactional(readOnly = true)
public class DeskPages {
  private final Desk desk;
  private final RoleGrants grants;
  private final Clock clock;

  public DeskPages(Desk desk, RoleGrants grants, Clock clock) {
    this.desk = desk;
    this.grants = grants;
    this.clock = clock;
  }

  /// @param waitingComments 0 for those who do not moderate
  /// @param people 0 for those who do not administer
  public record DeskPage(
      String name,
      LocalDate today,
      List<RoleGrant> grants,
      List<Desk.Milestone> milestones,
      List<Desk.Report> reports,
      List<Desk.Assessable> assessable,
      List<Desk.RunStudy> studies,
      boolean isOfficer,
      boolean isModerator,
      long waitingComments,
      boolean isAdministrator,
      long people) {

    public boolean mayInvite() {
      return isAdministrator || isOfficer;
    }

    public boolean isIdle() {
      return milestones.isEmpty()
          && reports.isEmpty()
          && assessable.isEmpty()
          && studies.isEmpty()
          && !isModerator
          && !mayInvite();
    }
  }

  @GetMapping
  Answer show(Actor actor) {
    var id = actor.mustBeSignedIn();
    boolean moderates = actor.holds(Role.MODERATOR);
    boolean administers = actor.holds(Role.ADMINISTRATOR);
    return Answer.page(
        "cabildo/app/desk.jte",
        new DeskPage(
            actor.name(),
            LocalDate.now(clock),
            grants.of(id),
            desk.milestonesOf(actor),
            desk.reportsOf(actor),
            actor.holds(Role.EVALUATOR) ? desk.assessableBy(actor) : List.of(),
            desk.studiesOf(actor),
            actor.holds(Role.OFFICER),
            moderates,
            moderates ? desk.waitingComments() : 0,
            administers,
            administers ? desk.people() : 0));
  }
}
