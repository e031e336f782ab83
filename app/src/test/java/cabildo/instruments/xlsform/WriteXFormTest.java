package cabildo.instruments.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.instruments.CompiledForm;
import cabildo.instruments.Definition;
import cabildo.instruments.Filling;
import cabildo.instruments.ReadDefinition;
import cabildo.kernel.Lang;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.AnswerDataFactory;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.MultipleItemsData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.model.xform.XFormSerializingVisitor;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormUtils;
import org.junit.jupiter.api.Test;

/// The engine of ODK Collect is the judge: it reads what we write, and we read what it sends.
class WriteXFormTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-01-15T12:00:00-06:00");

  private static final String FORM =
      """
      {"title": {"es": "Prueba & <más>", "en": "Trial"}, "languages": ["es", "en"],
       "choices": {
         "yes_no": [{"name": "yes", "label": {"es": "Sí", "en": "Yes"}}, {"name": "no", "label": {"es": "No"}}],
         "state": [{"name": "15", "label": {"es": "México"}}, {"name": "21", "label": {"es": "Puebla"}}],
         "town": [
           {"name": "toluca", "label": {"es": "Toluca"}, "columns": {"state": "15"}},
           {"name": "puebla", "label": {"es": "Puebla"}, "columns": {"state": "21"}}]},
       "items": [
         {"name": "start", "type": "start"},
         {"name": "intro", "type": "note", "label": {"es": "Buenos días"}},
         {"name": "who", "label": {"es": "Usted"}, "items": [
           {"name": "age", "type": "integer", "label": {"es": "¿Edad?", "en": "Age?"}, "hint": {"es": "Años"},
            "guidance": {"es": "Cumplidos"}, "required": "true()", "requiredMessage": {"es": "Diga su edad"},
            "constraint": ". >= 18 and . < 120", "constraintMessage": {"es": "De 18 a 119"}},
           {"name": "state", "type": "select_one", "label": {"es": "Estado"}, "choices": "state"},
           {"name": "town", "type": "select_one", "label": {"es": "Municipio"}, "choices": "town",
            "choiceFilter": "state = ${state}"}]},
         {"name": "used", "type": "select_multiple", "choices": "yes_no", "label": {"es": "¿Cuáles, ${age}?"}},
         {"name": "order", "type": "rank", "choices": "yes_no", "label": {"es": "Ordene"}},
         {"name": "scale", "type": "range", "label": {"es": "Del 0 al 10"},
          "parameters": {"start": "0", "end": "10", "step": "1"}},
         {"name": "on", "type": "date", "label": {"es": "Fecha"}, "default": "today()"},
         {"name": "asked", "type": "select_one", "choices": "yes_no", "label": {"es": "¿Pidió?"},
          "relevant": "${age} >= 18"},
         {"name": "requests", "label": {"es": "Solicitud"}, "relevant": "${asked} = 'yes'", "repeat": {"count": "2"},
          "items": [
           {"name": "days", "type": "integer", "label": {"es": "Días"}, "required": "true()"},
           {"name": "slow", "type": "calculate", "calculation": "if(${days} > 15, 'yes', 'no')"},
           {"name": "turn", "type": "calculate", "calculation": "position(..)"},
           {"name": "why", "type": "text", "label": {"es": "¿Por qué?"}, "relevant": "${slow} = 'yes'"}]},
         {"name": "total", "type": "calculate", "calculation": "sum(${days})"},
         {"name": "second", "type": "calculate", "calculation": "indexed-repeat(${days}, ${requests}, 2)"},
         {"name": "named", "type": "calculate", "calculation": "jr:choice-name(${state}, '${state}')"},
         {"name": "log", "type": "audit"}]}
      """;

  private static final Definition DEFINITION = ReadDefinition.read(FORM);

  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("who/age", "40"),
          Map.entry("who/state", "21"),
          Map.entry("who/town", "puebla"),
          Map.entry("used", "yes no"),
          Map.entry("order", "no yes"),
          Map.entry("scale", "7"),
          Map.entry("on", "2026-01-14"),
          Map.entry("asked", "yes"),
          Map.entry("requests[1]/days", "9"),
          Map.entry("requests[2]/days", "20"),
          Map.entry("requests[2]/why", "Nadie <contestó> & ya"));

  @Test
  void javaRosaAsksTheFormAndItsSubmissionGivesTheSameAnswers() throws Exception {
    FormEntryController asking = open(DEFINITION);
    List<String> asked = answer(asking, ANSWERS);
    assertThat(asked)
        .contains("who/town", "requests[2]/why")
        .doesNotContain("requests[1]/why", "start", "total");

    Instance sent = sent(asking, DEFINITION);
    assertThat(sent.formId()).isEqualTo("prueba");
    assertThat(sent.version()).isEqualTo("3");
    assertThat(sent.instanceId()).startsWith("uuid:");

    Map<String, String> came = new TreeMap<>(sent.answers());
    assertThat(came.remove("start")).isNotEmpty();
    Filling filling = Filling.of(CompiledForm.of(DEFINITION), ANSWERS, NOW, Lang.ES);
    assertThat(came).isEqualTo(new TreeMap<>(filling.answers()));
    assertThat(Filling.of(CompiledForm.of(DEFINITION), came, NOW, Lang.ES).faults()).isEmpty();
  }

  @Test
  void textsStandInEveryLanguageAndFallBackToTheOriginal() throws Exception {
    FormEntryController asking = open(DEFINITION);
    asking.setLanguage("English (en)");
    Map<String, String> texts = new LinkedHashMap<>();
    FormEntryModel model = asking.getModel();
    for (int event = asking.stepToNextEvent();
        event != FormEntryController.EVENT_END_OF_FORM;
        event = asking.stepToNextEvent()) {
      if (event == FormEntryController.EVENT_QUESTION) {
        FormEntryPrompt prompt = model.getQuestionPrompt();
        texts.put(path(model), String.valueOf(prompt.getQuestionText()));
        if (path(model).equals("who/age")) {
          answerWith(asking, prompt, "40");
        }
      }
    }
    assertThat(texts)
        .containsEntry("who/age", "Age?")
        .containsEntry("who/state", "Estado")
        .containsEntry("used", "¿Cuáles, 40?");
    assertThat(model.getLanguages()).containsExactly("Español (es)", "English (en)");
  }

  @Test
  void itsOwnRuleStopsAnAnswerInJavaRosaToo() throws Exception {
    FormEntryController asking = open(DEFINITION);
    while (!path(asking.getModel()).equals("who/age")) {
      asking.stepToNextEvent();
    }
    FormEntryPrompt prompt = asking.getModel().getQuestionPrompt();
    assertThat(answerWith(asking, prompt, "12"))
        .isEqualTo(FormEntryController.ANSWER_CONSTRAINT_VIOLATED);
    assertThat(prompt.getConstraintText()).isEqualTo("De 18 a 119");
    assertThat(prompt.getHelpText()).isEqualTo("Años");
    assertThat(asking.answerQuestion(null, true))
        .isEqualTo(FormEntryController.ANSWER_REQUIRED_BUT_EMPTY);
  }

  static FormEntryController open(Definition definition) throws Exception {
    new XFormsModule().registerModule();
    String xml = WriteXForm.write(definition, "prueba", "3", Lang.ES);
    FormDef form =
        XFormUtils.getFormFromInputStream(
            new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    form.initialize(true, new InstanceInitializationFactory());
    return new FormEntryController(new FormEntryModel(form));
  }

  /// Walks through the form; gives back the paths of what was asked.
  static List<String> answer(FormEntryController asking, Map<String, String> answers) {
    List<String> asked = new ArrayList<>();
    for (int event = asking.stepToNextEvent();
        event != FormEntryController.EVENT_END_OF_FORM;
        event = asking.stepToNextEvent()) {
      if (event != FormEntryController.EVENT_QUESTION) {
        continue;
      }
      FormEntryModel model = asking.getModel();
      String path = path(model);
      asked.add(path);
      String answer = answers.get(path);
      if (answer != null) {
        assertThat(answerWith(asking, model.getQuestionPrompt(), answer))
            .as(path)
            .isEqualTo(FormEntryController.ANSWER_OK);
      }
    }
    return asked;
  }

  private static int answerWith(FormEntryController asking, FormEntryPrompt prompt, String text) {
    return asking.answerQuestion(typed(prompt, text), true);
  }

  /// A value as the widget of a client hands it over.
  private static IAnswerData typed(FormEntryPrompt prompt, String text) {
    return switch (prompt.getControlType()) {
      case Constants.CONTROL_SELECT_ONE -> new SelectOneData(selection(prompt, text));
      case Constants.CONTROL_SELECT_MULTI, Constants.CONTROL_RANK ->
          new MultipleItemsData(
              Arrays.stream(text.split(" ", -1)).map(name -> selection(prompt, name)).toList());
      default ->
          AnswerDataFactory.templateByDataType(prompt.getDataType()).cast(new UncastData(text));
    };
  }

  /// Only what is offered can be chosen.
  private static Selection selection(FormEntryPrompt prompt, String name) {
    return prompt.getSelectChoices().stream()
        .filter(choice -> choice.getValue().equals(name))
        .findFirst()
        .orElseThrow()
        .selection();
  }

  /// Our name of the place: without the root, turns counted only in repeats.
  private static String path(FormEntryModel model) {
    if (model.getFormIndex().isBeginningOfFormIndex()) {
      return "";
    }
    TreeReference place = model.getFormIndex().getReference();
    List<String> steps = new ArrayList<>();
    for (int i = 1; i < place.size(); i++) {
      String name = place.getName(i);
      boolean isRepeat = name.equals("requests") && i < place.size() - 1;
      steps.add(isRepeat ? name + "[" + (place.getMultiplicity(i) + 1) + "]" : name);
    }
    return String.join("/", steps);
  }

  static Instance sent(FormEntryController asking, Definition definition) throws Exception {
    FormDef form = asking.getModel().getForm();
    form.postProcessInstance();
    byte[] xml = new XFormSerializingVisitor().serializeInstance(form.getInstance());
    return ReadInstance.read(xml, (id, version) -> InstanceShape.of(definition));
  }
}
