package cabildo.studies.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.studies.collection.FieldStudy;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(FieldStudy.class)
class QuestionnairePagesTest {
  @Autowired Site site;
  @Autowired FieldStudy field;

  @Test
  void everyQuestionIsPrintedWithItsConditionInWords() {
    field.open();
    var page = site.asVisitor().get(FieldStudy.PATH + "/questionnaire");
    assertThat(page.main())
        .contains("Your data are safe", "3 Sex", "☐ Woman", "4 How old are you?")
        .contains("Only if you answered “Yes” to question 7. 8 By which means?")
        .contains("Only if you answered question 5. 6 Where were you born?")
        .contains("use another sheet for each")
        .doesNotContain("Photograph", "twice");
  }

  @Test
  void itIsPrintedInEachLanguage() {
    field.open();
    var page = site.asVisitor().get("/es/studies/campo-2026/questionnaire?in=maz");
    assertThat(page.main()).contains("¿I dyötü ja na?", "☐ Jää", "Sexo Español");
    assertThat(page.page().select("[lang=maz]").text()).contains("Jää");
  }
}
