package cabildo.studies.assessments;

import static cabildo.studies.assessments.FilledIn.TOLUCA;
import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testing.FixedClock;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import({Institutions.class, FilledIn.class})
class FindingPagesTest {
  @Autowired Site site;
  @Autowired Institutions institutions;
  @Autowired FilledIn filled;
  @Autowired Clock clock;

  @BeforeEach
  void aStudyAsks() {
    institutions.study();
  }

  @AfterEach
  void theClockGoesBack() {
    ((FixedClock) clock).moveTo(FixedClock.START);
  }

  @Test
  void aReplyWithinItsTermIsResolvedAndBothFindingsStay() {
    filled.open("no");
    filled.sign();
    filled.code("iris", "access/unit", "no", "publication/useful", "no");
    assertThat(site.as("ana").get(TOLUCA + "/findings").status()).isEqualTo(403);
    assertThat(site.as("beto").get(TOLUCA + "/findings").main())
        .contains("Where they differ (2)", "it ends on 29 January 2026");
    assertThat(site.as("ana").post(TOLUCA + "/preliminary").status()).isEqualTo(403);
    assertThat(site.as("beto").post(TOLUCA + "/preliminary", "public", "yes").status())
        .isEqualTo(303);
    assertThat(site.asVisitor().get(TOLUCA).main()).contains("Preliminary finding");

    assertThat(object("iris", "access/unit").status()).isEqualTo(403);
    assertThat(object("ana", "no/such").status()).isEqualTo(422);
    assertThat(object("ana", "access/unit").status()).isEqualTo(303);
    assertThat(object("ana", "access/unit").status()).as("once for each item").isEqualTo(422);
    String resolve = resolution();
    assertThat(resolve).startsWith(TOLUCA + "/objections/").endsWith("/resolution");
    assertThat(site.as("ana").post(resolve, "outcome", "granted").status()).isEqualTo(403);
    assertThat(site.as("iris").post(resolve, "outcome", "granted").status()).isEqualTo(403);
    assertThat(site.as("beto").post(resolve, "outcome", "partly").errors())
        .contains("reasons of the decision", "answer that stands");
    assertThat(site.as("beto").post(TOLUCA + "/conclusion").status()).isEqualTo(409);
    assertThat(
            site.as("beto")
                .post(resolve, "outcome", "granted", "reason", "Exhibió el nombramiento")
                .status())
        .isEqualTo(303);
    assertThat(site.as("beto").post(resolve, "outcome", "refused", "reason", "x").status())
        .isEqualTo(409);

    ((FixedClock) clock).moveTo(FixedClock.START.plus(Duration.ofDays(15)));
    assertThat(object("ana", "publication/useful").status()).as("too late").isEqualTo(409);
    assertThat(site.as("beto").post(TOLUCA + "/conclusion").status()).isEqualTo(303);
    assertThat(site.asVisitor().get(TOLUCA).main())
        .contains("Final finding", "Changed by the reply 1 of 1 objections")
        .contains("Granted Exhibió el nombramiento", "What stands: Yes");
  }

  @Test
  void coderSeesTheEvidenceButNeitherTheAnswersNorTheOtherCoder() {
    filled.open("yes");
    assertThat(site.as("iris").post(TOLUCA + "/codings").status()).as("unsigned").isEqualTo(409);
    filled.sign();
    assertThat(site.as("ana").post(TOLUCA + "/codings").status()).isEqualTo(403);
    assertThat(site.as("beto").post(TOLUCA + "/codings").status()).isEqualTo(403);
    site.as("iris").post(TOLUCA + "/codings");
    var page = site.as("iris").get(TOLUCA + "/coding/1");
    assertThat(page.main()).contains("https://www.toluca.gob.mx/unidad");
    assertThat(page.page().select("input[checked]")).isEmpty();
    assertThat(page.main()).doesNotContain("Comentario reservado");
    assertThat(site.as("iris").post(TOLUCA + "/coding/completion").status()).isEqualTo(422);

    filled.code("iris", "access/unit", "no");
    assertThat(site.as("mateo").get(TOLUCA + "/coding").status()).isEqualTo(404);
    filled.code("mateo", "access/unit", "yes");
    assertThat(site.as("iris").get(TOLUCA + "/coding").main()).contains("One difference");
    assertThat(site.as("mateo").get(TOLUCA + "/coding").main()).doesNotContain("difference");
    assertThat(site.as("mateo").post(TOLUCA + "/coding/1").status()).isEqualTo(409);

    assertThat(site.as("iris").get(TOLUCA + "/coding/1").main())
        .contains("The second coder says Yes")
        .doesNotContain("How many requests");
    ((FixedClock) clock).moveTo(FixedClock.START.plus(Duration.ofHours(1)));
    filled.fill("iris", TOLUCA + "/coding", 1, "access/unit", "yes");
    assertThat(site.as("beto").get(TOLUCA + "/findings").main())
        .contains("Where they differ (0)", "Questions with the same answer 11 of 12");
  }

  private Site.Seen object(String who, String item) {
    return site.as(who).post(TOLUCA + "/objections", "path", item, "text", "Sí hay titular.");
  }

  private String resolution() {
    return site.as("beto")
        .get(TOLUCA + "/findings")
        .page()
        .select("a[href$=resolution]")
        .attr("href");
  }
}
