package cabildo.studies.collection;

import cabildo.files.Vault;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.web.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/// Saves one page of a form that is filled in by its link, files included.
@Component
class SavePage {
  private final Sittings sittings;
  private final Questionnaires questionnaires;
  private final Vault vault;

  SavePage(Sittings sittings, Questionnaires questionnaires, Vault vault) {
    this.sittings = sittings;
    this.questionnaires = questionnaires;
    this.vault = vault;
  }

  /// @param again the page once more, when something has to be mended first
  /// @param next where to go on otherwise
  record Saved(@Nullable AskedPage again, String next) {}

  Saved of(Link link, int number, Form form, HttpServletRequest request, Lang lang) {
    Sitting sitting = sittings.hold(link.begun());
    Questionnaire before = questionnaires.of(link.side(), sitting);
    FormPage page = before.page(number).orElseThrow(Problem::notFound);
    Lang reading = questionnaires.reading(before.definition(), form.value("in"), sitting, lang);
    List<String> asked = PageForm.asked(form, before.definition(), page);
    Map<String, String> answers = questionnaires.read(form, asked, before);
    answers = keepFiles(sitting, form, asked, answers, before, request);
    answers = PageForm.without(form.value("then"), answers);
    sittings.save(sitting, answers, reading.code(), number);
    Questionnaire now = questionnaires.of(link.side(), answers, reading);
    var sent = new SentPage(now, page, asked, form);
    return sent.mustBeMended(reading)
        ? new Saved(page(link, now, page, reading, lang, form), "")
        : new Saved(null, sent.next());
  }

  AskedPage page(
      Link link, Questionnaire questionnaire, FormPage page, Lang reading, Lang lang, Form form) {
    String title = link.side().study().title().in(reading).text();
    return AskedPage.of(
        link.path(), title, questionnaire, page, reading, lang, form, names(link.begun()), false);
  }

  private Map<String, String> names(Sitting sitting) {
    return sittings.files(sitting).stream()
        .collect(Collectors.toMap(Sittings.HeldFile::path, Sittings.HeldFile::name));
  }

  private Map<String, String> keepFiles(
      Sitting sitting,
      Form form,
      List<String> asked,
      Map<String, String> answers,
      Questionnaire questionnaire,
      HttpServletRequest request) {
    var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    Map<String, String> after = new LinkedHashMap<>(answers);
    for (String path : asked) {
      boolean isFile = questionnaire.item(path).filter(item -> item.type().isFile()).isPresent();
      MultipartFile file = multipart == null || !isFile ? null : multipart.getFile(path);
      if (file != null && !file.isEmpty()) {
        keep(sitting, form, path, file, after);
      } else if (isFile && form.has(path + ".remove")) {
        sittings.drop(sitting, path);
        after.remove(path);
      }
    }
    return after;
  }

  private void keep(
      Sitting sitting, Form form, String path, MultipartFile file, Map<String, String> answers) {
    try (InputStream bytes = file.getInputStream()) {
      switch (vault.keep(String.valueOf(file.getOriginalFilename()), bytes)) {
        case Vault.Kept(var blob, String name) -> {
          String unique = unique(sitting, path, name);
          sittings.keep(sitting, new Sittings.HeldFile(path, unique, blob.sha256()));
          answers.put(path, unique);
        }
        case Vault.Refused(Problem why) -> form.refuse(path, why.key(), why.args().toArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Two phones may name two photographs alike.
  private String unique(Sitting sitting, String path, String name) {
    Map<String, String> names = new LinkedHashMap<>(names(sitting));
    names.remove(path);
    String unique = name;
    for (int n = 2; names.containsValue(unique); n++) {
      unique = n + "-" + name;
    }
    return unique;
  }
}
