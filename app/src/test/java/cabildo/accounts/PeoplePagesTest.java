package cabildo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.kernel.Role;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(Cast.class)
class PeoplePagesTest {
  @Autowired Site site;
  @Autowired Cast cast;
  @Autowired Database database;
  @Autowired People people;
  @Autowired RoleGrants grants;
  UUID plan = new UUID(0, 0);
  UUID chief = new UUID(0, 0);
  UUID eva = new UUID(0, 0);

  @BeforeEach
  void aChiefAndAnEvaluator() {
    database
        .sql("update accounts.person set closed_at = now(), password = null where true")
        .change();
    plan = cast.plan("plan-a");
    chief = cast.add("chief", Role.ADMINISTRATOR, null);
    eva = cast.add("eva", Role.EVALUATOR, plan);
  }

  @Test
  void peopleAreListedForAdministratorsOnly() {
    assertThat(site.as("chief").get("/es/people").main()).contains("eva@example.org", "evaluadora");
    assertThat(site.as("eva").get("/es/people").status()).isEqualTo(403);
    assertThat(site.as("eva").get("/es/people/" + eva).status()).isEqualTo(403);
    assertThat(site.asVisitor().get("/es/people").status()).isEqualTo(303);
  }

  @Test
  void anAdministratorGivesARoleAndTakesItAway() {
    String path = "/es/people/" + eva;
    assertThat(site.as("chief").post(path + "/grants", "role", "moderator", "scope", "").location())
        .isEqualTo(path);
    RoleGrant given =
        grants.of(eva).stream()
            .filter(one -> one.role() == Role.MODERATOR)
            .findFirst()
            .orElseThrow();
    assertThat(deeds(eva)).contains("person.role.granted");

    String revocation = path + "/grants/" + given.id() + "/revocation";
    assertThat(site.as("eva").post(revocation).status()).isEqualTo(403);
    assertThat(site.as("chief").post(revocation).status()).isEqualTo(303);
    assertThat(grants.of(eva)).extracting(RoleGrant::role).containsExactly(Role.EVALUATOR);
    assertThat(deeds(eva)).contains("person.role.revoked");
    assertThat(site.as("chief").post(revocation).status()).as("once taken, gone").isEqualTo(404);
  }

  @Test
  void onlyAdministratorsGiveRoles() {
    assertThat(
            site.as("eva")
                .post("/es/people/" + eva + "/grants", "role", "administrator", "scope", "")
                .status())
        .isEqualTo(403);
  }

  @Test
  void anEvaluatorIsNotMadeOfficerOfTheSamePlan() {
    var seen =
        site.as("chief")
            .post("/es/people/" + eva + "/grants", "role", "officer", "scope", plan.toString());
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("Quien lleva el trabajo no puede evaluarlo");
  }

  @Test
  void aRoleIsGivenOnceAndWhereItFits() {
    String path = "/es/people/" + eva + "/grants";
    assertThat(site.as("chief").post(path, "role", "evaluator", "scope", plan.toString()).errors())
        .contains("ya tiene ese permiso");
    assertThat(site.as("chief").post(path, "role", "officer", "scope", "").errors())
        .contains("Elija el plan");
    assertThat(
            site.as("chief").post(path, "role", "administrator", "scope", plan.toString()).status())
        .isEqualTo(422);
  }

  @Test
  void theLastAdministratorStays() {
    String path = "/es/people/" + chief;
    UUID grant = grants.of(chief).getFirst().id();
    assertThat(site.as("chief").post(path + "/grants/" + grant + "/revocation").main())
        .contains("Es la última persona");
    assertThat(site.as("chief").post(path + "/closure").status()).isEqualTo(403);

    cast.add("second", Role.ADMINISTRATOR, null);
    assertThat(site.as("second").post(path + "/closure").status()).isEqualTo(303);
  }

  @Test
  void aClosedAccountHasNoRoleAndNoWayIn() {
    assertThat(site.as("eva").post("/es/people/" + eva + "/closure").status()).isEqualTo(403);
    assertThat(site.as("chief").post("/es/people/" + eva + "/closure").status()).isEqualTo(303);

    assertThat(grants.of(eva)).isEmpty();
    assertThat(people.findByEmail("eva@example.org")).isEmpty();
    assertThat(deeds(eva)).contains("person.closed");
    assertThat(site.as("chief").get("/es/people/" + eva).main())
        .contains("Esta cuenta está cerrada");
  }

  @Test
  void aClosedAccountOpensAgainByInvitationWithoutItsOldRoles() {
    site.as("chief").post("/es/people/" + eva + "/closure");
    var sent =
        site.as("chief")
            .post(
                "/es/invitations",
                "name",
                "Eva",
                "email",
                "eva@example.org",
                "role",
                "moderator",
                "scope",
                "");
    String link = sent.page().select("#link").val();
    site.asVisitor()
        .post(
            link.substring(link.indexOf("/es/")),
            "name",
            "Eva Solís",
            "password",
            "lluvia tambor cobre lento");

    assertThat(people.findByEmail("eva@example.org")).map(Person::id).contains(eva);
    assertThat(grants.of(eva)).extracting(RoleGrant::role).containsExactly(Role.MODERATOR);
  }

  @Test
  void whatIsNoIdIsNotThere() {
    assertThat(site.as("chief").get("/es/people/me").status()).isEqualTo(404);
    assertThat(site.as("chief").post("/es/people/x/closure").status()).isEqualTo(404);
  }

  private java.util.List<String> deeds(UUID about) {
    return database
        .sql("select deed from ledger.entry where subject_id = :id and not is_public")
        .with("id", about)
        .list(String.class);
  }
}
