package cabildo.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.members.Atlas;
import cabildo.members.Organisations;
import cabildo.members.Territories;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class PlanPagesTest {
  private static final Actor PROGRAM = Actor.program();

  @Autowired Site site;
  @Autowired Territories territories;
  @Autowired Organisations organisations;
  @Autowired Plans plans;
  @Autowired Ledger ledger;
  Atlas atlas;
  UUID wide;
  UUID local;

  @BeforeEach
  void plan() {
    atlas = new Atlas(territories, organisations);
    wide = add("prueba-2021-2022", "Plan de Prueba, 2021 – 2022", null, "2022-01-01", "2023-09-30");
    plans.add(
        PROGRAM,
        plan("agata-2026", "Plan de Ágata", wide, "2025-06-01", "2026-02-15"),
        List.of(atlas.large.id()));
    local = plans.get("agata-2026").id();
  }

  private UUID add(String slug, String title, @Nullable UUID parent, String from, String to) {
    Plan plan = plan(slug, title, parent, from, to);
    plans.add(PROGRAM, plan, List.of(atlas.state.id(), atlas.middle.id()));
    return plan.id();
  }

  private static Plan plan(
      String slug, String title, @Nullable UUID parent, String from, String to) {
    return new Plan(
        Ids.next(),
        slug,
        LocalText.both(title, title),
        LocalText.both("De qué trata", "What it is about"),
        LocalDate.parse(from),
        LocalDate.parse(to),
        null,
        PlanState.IMPLEMENTATION,
        parent,
        true,
        0);
  }

  @Test
  void aPlanHasSeveralMembersAndAMemberSeveralPlans() {
    assertThat(plans.members(wide))
        .extracting(PlanMember::slug)
        .containsExactly("test-state", "san-opalo");
    assertThat(plans.ofTerritory(atlas.middle.id())).extracting(Plan::id).containsExactly(wide);
    assertThat(plans.narrower(wide)).extracting(Plan::id).containsExactly(local);
    assertThat(site.asVisitor().get("/en/members/san-opalo").main()).contains("Plan de Prueba");
  }

  @Test
  void aPlanWithoutAMemberIsRefused() {
    var lonely = plan("lonely", "Lonely", null, "2022-01-01", "2022-02-01");
    assertThatThrownBy(() -> plans.add(PROGRAM, lonely, List.of()))
        .isInstanceOfSatisfying(
            Problem.Stop.class,
            stop -> assertThat(stop.problem().key()).isEqualTo("plans.memberNeeded"));
  }

  @Test
  void everyPlanLeavesALineWithItselfAndWithEachFurtherMember() {
    assertThat(ledger.of(wide, 9))
        .extracting(Ledger.Entry::deed)
        .contains("plan.added", "plan.narrower.added");
    assertThat(ledger.of(atlas.middle.id(), 9))
        .extracting(Ledger.Entry::deed)
        .contains("plan.member.joined");
  }

  @Test
  void theListShowsPlansByTheLevelOfTheirWidestMember() {
    var seen = site.asVisitor().get("/es/plans");
    var state = seen.page().select("section:has(h2:containsOwn(Estatales))").text();
    assertThat(state).contains("Plan de Prueba", "San Ópalo", "enero de 2022 – septiembre de 2023");
    assertThat(seen.page().select("section:has(h2:containsOwn(Municipales))").text())
        .contains("Plan de Ágata", "En implementación");
  }

  @Test
  void aPlanSaysWhatItsDatesMakeOfItsTitle() {
    assertThat(site.asVisitor().get("/en/plans/prueba-2021-2022").main())
        .contains("The title says 2021–2022; its dates make it a plan of 2022–2023.")
        .contains("January 2022 – September 2023", "Ended on 30 September 2023")
        .contains("Taken up by: Plan de Ágata", "Not on record here");
  }

  @Test
  void aPlanThatRunsSaysHowManyDaysAreLeft() {
    assertThat(site.asVisitor().get("/es/plans/agata-2026").main())
        .contains("Quedan 31 días", "15 de febrero de 2026", "Forma parte de: Plan de Prueba");
  }

  @Test
  void anyOtherNameOfAPlanLeadsToIt() {
    plans.addAlias(PROGRAM, wide, "ZZ0087");
    for (String alias : List.of("ZZ0087", "zz0087")) {
      var seen = site.asVisitor().get("/es/plans/" + alias);
      assertThat(seen.status()).isEqualTo(301);
      assertThat(seen.location()).isEqualTo("/es/plans/prueba-2021-2022");
    }
    assertThat(site.asVisitor().get("/es/plans/prueba-2021-2022").main())
        .contains("También conocido como", "ZZ0087");
  }

  @Test
  void whoTakesPartIsShownOnBothSides() {
    var body = atlas.organisation("body", atlas.state, LocalDate.parse("2025-03-20"));
    plans.addRole(PROGRAM, wide, body.id(), PlanRole.CONVENER, LocalDate.parse("2022-02-23"), null);
    assertThat(site.asVisitor().get("/en/plans/prueba-2021-2022").main())
        .contains("Organisation body", "Convener", "since 23 February 2022", "20 March 2025");
    assertThat(site.asVisitor().get("/en/organisations/body").main())
        .contains("Convener: Plan de Prueba, 2021 – 2022, since 23 February 2022");
  }
}
