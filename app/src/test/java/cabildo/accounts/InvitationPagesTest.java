package cabildo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.kernel.Role;
import cabildo.testing.FixedClock;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(Cast.class)
class InvitationPagesTest {
  private static final String PASSWORD = "lluvia tambor cobre lento";

  @Autowired Site site;
  @Autowired Cast cast;
  @Autowired Database database;
  @Autowired People people;
  @Autowired RoleGrants grants;
  @Autowired Clock clock;
  UUID plan = new UUID(0, 0);
  UUID otherPlan = new UUID(0, 0);
  UUID chief = new UUID(0, 0);

  @BeforeEach
  void aChiefAndAnOfficer() {
    plan = cast.plan("plan-a");
    otherPlan = cast.plan("plan-b");
    chief = cast.add("chief", Role.ADMINISTRATOR, null);
    cast.add("officer-a", Role.OFFICER, plan);
  }

  @AfterEach
  void theClockGoesBack() {
    ((FixedClock) clock).moveTo(FixedClock.START);
  }

  @Test
  void anAdministratorInvitesAndTheNewPersonComesIn() {
    String path = invited("chief", "evaluator", plan.toString());
    assertThat(site.asVisitor().get(path).main()).contains("chief", "Plan of plan-a");

    var done = site.asVisitor().post(path, "name", "Noa Ruiz", "password", PASSWORD);
    assertThat(done.status()).isEqualTo(303);
    assertThat(done.location()).isEqualTo("/en/sign-in?notice=welcome");
    Person noa = people.findByEmail("noa@example.org").orElseThrow();
    assertThat(noa.name()).isEqualTo("Noa Ruiz");
    assertThat(noa.password()).startsWith("$argon2id$");
    assertThat(grants.of(noa.id()))
        .extracting(RoleGrant::role, RoleGrant::scopeId)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Role.EVALUATOR, plan));
  }

  @Test
  void theTokenItselfIsNotInTheDatabase() {
    String path = invited("chief", "moderator", "");
    String token = path.substring(path.lastIndexOf('/') + 1);
    String kept =
        database
            .sql("select token_sha256 from accounts.invitation where email = 'noa@example.org'")
            .get(String.class);
    assertThat(kept).hasSize(64).isNotEqualTo(token).isEqualTo(new Token(token).sha256());
  }

  @Test
  void anInvitationIsGoodOnce() {
    String path = invited("chief", "moderator", "");
    site.asVisitor().post(path, "name", "Noa Ruiz", "password", PASSWORD);

    var again = site.asVisitor().post(path, "name", "Noa Ruiz", "password", PASSWORD);
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.main()).contains("This invitation has been used");
  }

  @Test
  void anInvitationIsGoodForFourteenDays() {
    String path = invited("chief", "moderator", "");
    ((FixedClock) clock).moveTo(FixedClock.START.plus(Duration.ofDays(14)));

    assertThat(site.asVisitor().get(path).status()).isEqualTo(410);
    assertThat(site.asVisitor().post(path, "name", "Noa", "password", PASSWORD).main())
        .contains("This invitation has expired");
  }

  @Test
  void aWithdrawnInvitationLetsNobodyIn() {
    String path = invited("chief", "moderator", "");
    var list = site.as("chief").get("/en/invitations");
    assertThat(list.main()).contains("noa@example.org");
    String form = list.page().select("form[action$=withdrawal]").attr("action");

    assertThat(form).startsWith("/en/invitations/").endsWith("/withdrawal");
    assertThat(site.as("officer-a").post(form).status()).isEqualTo(403);
    assertThat(site.as("chief").post(form).status()).isEqualTo(303);
    assertThat(site.asVisitor().get(path).main()).contains("This invitation was withdrawn");
  }

  @Test
  void anUnknownTokenIsExplained() {
    var seen = site.asVisitor().get("/es/invitations/abcdefghijklmnopqrstuvwxyz");
    assertThat(seen.status()).isEqualTo(404);
    assertThat(seen.main()).contains("no corresponde a ninguna invitación");
  }

  @Test
  void anOfficerInvitesLiaisonsOfHerPlanAndNobodyElse() {
    assertThat(invite("officer-a", "liaison", plan.toString()).status()).isEqualTo(200);
    assertThat(invite("officer-a", "liaison", otherPlan.toString()).status()).isEqualTo(422);
    assertThat(invite("officer-a", "liaison", "").status()).isEqualTo(422);
    assertThat(invite("officer-a", "evaluator", plan.toString()).errors())
        .contains("Choose a role");
  }

  @Test
  void whoIsNeitherAdministratorNorOfficerMayNotInvite() {
    cast.add("eva", Role.EVALUATOR, plan);
    assertThat(invite("eva", "liaison", plan.toString()).status()).isEqualTo(403);
    assertThat(site.asVisitor().post("/en/invitations").status()).isEqualTo(401);
    assertThat(site.asVisitor().get("/en/invitations/new").location())
        .startsWith("/en/sign-in?to=");
  }

  @Test
  void theFormIsShownAgainWithWhatWasTyped() {
    var seen =
        site.as("chief").post("/en/invitations", "name", "Noa", "email", "noa", "scope", "7");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("Enter an e-mail address", "Choose a role", "from the list");
    assertThat(seen.page().select("#name").val()).isEqualTo("Noa");
  }

  @Test
  void theSameInvitationIsNotMadeTwice() {
    invited("chief", "moderator", "");
    assertThat(invite("chief", "moderator", "").errors())
        .contains("already has an open invitation");
  }

  @Test
  void whoHasAnAccountTakesTheRoleInIt() {
    UUID noa = cast.add("noa", Role.CIVIL_SOCIETY, plan);
    String path = invited("chief", "moderator", "");
    assertThat(site.asVisitor().get(path).main()).contains("You already have an account");
    assertThat(site.as("officer-a").post(path).status()).isEqualTo(403);
    assertThat(site.asVisitor().post(path, "name", "Noa", "password", PASSWORD).status())
        .isEqualTo(403);

    assertThat(site.as("noa").post(path).location()).isEqualTo("/en/account");
    assertThat(grants.of(noa)).extracting(RoleGrant::role).contains(Role.MODERATOR);
  }

  @Test
  void whoLostTheRightToGiveARoleGivesItNoMore() {
    String path = invited("officer-a", "liaison", plan.toString());
    UUID officer = people.findByEmail("officer-a@example.org").orElseThrow().id();
    grants.revoke(cast.actor(chief), grants.of(officer).getFirst());

    assertThat(site.asVisitor().post(path, "name", "Noa", "password", PASSWORD).status())
        .isEqualTo(403);
  }

  @Test
  void aWeakPasswordIsRefusedAndNotSentBack() {
    String path = invited("chief", "moderator", "");
    var seen = site.asVisitor().post(path, "name", "Noa Ruiz", "password", "short");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("at least 12 characters");
    assertThat(seen.text()).doesNotContain("value=\"short\"");
  }

  private Site.Seen invite(String who, String role, String scope) {
    return site.as(who)
        .post(
            "/en/invitations",
            "name",
            "Noa Ruiz",
            "email",
            "Noa@example.org",
            "role",
            role,
            "scope",
            scope);
  }

  /// The path of the link that the inviter is shown.
  private String invited(String who, String role, String scope) {
    var sent = invite(who, role, scope);
    assertThat(sent.status()).as(sent.main()).isEqualTo(200);
    String link = sent.page().select("#link").val();
    return link.substring(link.indexOf("/en/"));
  }
}
