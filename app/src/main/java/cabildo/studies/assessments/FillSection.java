package cabildo.studies.assessments;

import cabildo.evidence.EvidenceItem;
import cabildo.evidence.EvidenceItems;
import cabildo.instruments.Filling;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows and saves one page of the questionnaire, for the institution and for coders alike. What is
/// wrong keeps nothing back but itself: required answers are asked for at the end only.
@Component
class FillSection {
  private static final String TEMPLATE = "cabildo/studies/assessments/sheet.jte";

  private final GivenAnswers answers;
  private final Codings codings;
  private final EvidenceItems evidence;

  FillSection(GivenAnswers answers, Codings codings, EvidenceItems evidence) {
    this.answers = answers;
    this.codings = codings;
    this.evidence = evidence;
  }

  Answer show(Dossier dossier, int number, @Nullable Coding coding) {
    Sheet blank = sheet(dossier, dossier.section(number), coding, Form.blank());
    Form form = AnswerForm.show(blank.items(), blank.given());
    return Answer.page(TEMPLATE, sheet(dossier, blank.section(), coding, form));
  }

  Answer save(
      Lang lang, Actor actor, Dossier dossier, int number, @Nullable Coding coding, Form form) {
    answers.lock(dossier.assessment());
    Sheet sheet = sheet(dossier, dossier.section(number), coding, form);
    List<UUID> vault = sheet.vault().stream().map(EvidenceItem::id).toList();
    Map<String, Said> read =
        AnswerForm.read(form, lang, dossier, asked(sheet), sheet.given(), vault);
    if (form.isFaulty()) {
      return Answer.again(TEMPLATE, sheet);
    }
    Map<String, Said> changes = changes(sheet, read);
    Set<String> conflicts = conflicts(sheet, changes);
    if (!conflicts.isEmpty()) {
      return Answer.conflict(TEMPLATE, sheet.with(conflicts));
    }
    if (!changes.isEmpty()) {
      answers.save(actor, dossier.assessment(), coding == null ? null : coding.id(), changes);
    }
    return Answer.seeOther("/" + lang + next(sheet, form));
  }

  /// The same page again when an answer brought up questions that were not on it.
  private String next(Sheet sheet, Form form) {
    Section section = sheet.section();
    Sheet after = sheet(sheet.dossier(), section, sheet.coding(), Form.blank());
    for (PlacedItem placed : asked(after)) {
      if (!form.has(placed.path() + ".seen")) {
        return sheet.base() + "/" + section.number() + "#" + placed.path();
      }
    }
    boolean goesOn =
        form.value("then").equals("continue")
            && section.number() < sheet.dossier().sections().size();
    return goesOn ? sheet.base() + "/" + (section.number() + 1) : sheet.base();
  }

  private static List<PlacedItem> asked(Sheet sheet) {
    return sheet.items().stream().filter(placed -> placed.item().type().isAsked()).toList();
  }

  private static Map<String, Said> changes(Sheet sheet, Map<String, Said> read) {
    Map<String, Said> changes = new LinkedHashMap<>();
    read.forEach((path, said) -> {
      GivenAnswer given = sheet.given().get(path);
      if (!said.equals(given == null ? Said.NOTHING : given.said())) {
        changes.put(path, said);
      }
    });
    return changes;
  }

  /// What somebody else has saved meanwhile, and this page would change. What this page only shows
  /// as it was is left as it is now.
  private Set<String> conflicts(Sheet sheet, Map<String, Said> changes) {
    Set<String> conflicts = new LinkedHashSet<>();
    for (String path : List.copyOf(changes.keySet())) {
      GivenAnswer given = sheet.given().get(path);
      String seen = sheet.form().value(path + ".seen");
      if (given != null && !seen.equals(String.valueOf(given.id()))) {
        Said before = answers.version(sheet.dossier().assessment().id(), path, seen);
        if (before.equals(changes.get(path))) {
          changes.remove(path);
        } else {
          conflicts.add(path);
        }
      }
    }
    return conflicts;
  }

  private Sheet sheet(Dossier dossier, Section section, @Nullable Coding coding, Form form) {
    Assessment assessment = dossier.assessment();
    Map<String, GivenAnswer> given =
        answers.of(assessment.id(), coding == null ? null : coding.id());
    Map<String, GivenAnswer> other = coding == null ? Map.of() : other(assessment, coding);
    Filling filling = dossier.filling(given);
    Predicate<PlacedItem> isOpen =
        coding != null && coding.isFinished()
            ? placed -> differs(placed.path(), answers.blind(coding), other)
            : placed -> filling.isRelevant(placed.path());
    return new Sheet(
        dossier,
        section,
        form,
        section.items().stream().filter(isOpen).toList(),
        given,
        Set.of(),
        evidence.of(assessment.id()).stream().filter(item -> !item.isWithdrawn()).toList(),
        coding,
        coding == null ? Map.of() : answers.of(assessment.id(), null),
        other);
  }

  /// What the second coder says, once the validator may see it.
  private Map<String, GivenAnswer> other(Assessment assessment, Coding coding) {
    if (!coding.isFinished()) {
      return Map.of();
    }
    boolean maySettle =
        coding.number() == 1 && assessment.coders() == 2 && assessment.stage() == Stage.VALIDATED;
    if (!maySettle) {
      throw Problem.conflict("studies.assessments.coding.finished");
    }
    return answers.of(assessment.id(), codings.of(assessment.id()).getLast().id());
  }

  static boolean differs(
      String path, Map<String, GivenAnswer> one, Map<String, GivenAnswer> other) {
    return !said(one, path).agrees(said(other, path));
  }

  private static Said said(Map<String, GivenAnswer> answers, String path) {
    GivenAnswer answer = answers.get(path);
    return answer == null ? Said.NOTHING : answer.said();
  }
}
