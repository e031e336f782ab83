package cabildo.studies.collection;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.members.Organisation;
import cabildo.members.Organisations;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.text.Messages;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The privacy notice of a study: read by anyone, written by its officer in versions.
@Controller
@RequestMapping("/{lang}/studies/{slug}")
@Transactional(readOnly = true)
public class NoticePages {
  private static final String SHOW = "cabildo/studies/collection/notice.jte";
  private static final String FORM = "cabildo/studies/collection/notice_form.jte";

  private final Studies studies;
  private final Notices notices;
  private final Organisations organisations;
  private final Messages messages;

  NoticePages(Studies studies, Notices notices, Organisations organisations, Messages messages) {
    this.studies = studies;
    this.notices = notices;
    this.organisations = organisations;
    this.messages = messages;
  }

  /// @param all every version, the newest first
  public record NoticePage(Study study, Notice notice, List<Notice> all) {
    public boolean isCurrent() {
      return notice.equals(all.getFirst());
    }
  }

  public record NoticeFormPage(Study study, Form form, int number) {}

  @GetMapping("/notice")
  Answer current(@PathVariable String slug) {
    Study study = studies.get(slug);
    List<Notice> all = notices.of(study.id());
    if (all.isEmpty()) {
      throw Problem.notFound();
    }
    return page(study, all.getFirst(), all);
  }

  @GetMapping("/notices/{number:[0-9]{1,6}}")
  Answer version(@PathVariable String slug, @PathVariable int number) {
    Study study = studies.get(slug);
    List<Notice> all = notices.of(study.id());
    return all.stream()
        .filter(notice -> notice.number() == number)
        .findFirst()
        .map(notice -> page(study, notice, all))
        .orElseThrow(Problem::notFound);
  }

  private static Answer page(Study study, Notice notice, List<Notice> all) {
    return Answer.page(SHOW, new NoticePage(study, notice, all)).shared(List.of(study.id()));
  }

  /// Begins with the newest version, or with a draft that asks what the law wants to be said.
  @GetMapping("/notices/new")
  Answer blank(Actor actor, @PathVariable String slug) {
    Study study = studies.forOfficer(actor, slug);
    int number = next(study);
    Map<String, String> fields =
        notices
            .current(study.id())
            .map(newest -> NoticeForm.fields(newest, number))
            .orElseGet(() -> draft(study));
    return Answer.page(FORM, new NoticeFormPage(study, Form.filled(fields), number));
  }

  @PostMapping("/notices")
  @Transactional
  Answer publish(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.forOfficer(actor, slug);
    var wanted = NoticeForm.read(form);
    if (wanted.isEmpty()) {
      return Answer.again(FORM, new NoticeFormPage(study, form, next(study)));
    }
    NoticeForm.NewNotice notice = wanted.get();
    notices.publish(actor, study, notice.number(), notice.simplified(), notice.integral());
    return Answer.seeOther("/" + lang + study.path() + "/notice");
  }

  private int next(Study study) {
    return notices.current(study.id()).map(Notice::number).orElse(0) + 1;
  }

  private Map<String, String> draft(Study study) {
    Organisation responsible = organisations.get(study.organisationId());
    Map<String, String> fields = new HashMap<>(Map.of("number", "1"));
    for (Lang lang : List.of(Lang.ES, Lang.EN)) {
      String name = responsible.name().in(lang).text();
      String title = study.title().in(lang).text();
      for (String kind : List.of("simplified", "integral")) {
        fields.put(
            kind + "-" + lang,
            messages.text(lang, "studies.collection.notice.draft." + kind, name, title));
      }
    }
    return fields;
  }
}
