package cabildo.studies.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testing.Site;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/// Toluca's questionnaire as people fill it in: Ana answers, evaluators code.
@TestComponent
class FilledIn {
  static final String ALL = Institutions.PATH + "/assessments";
  static final String TOLUCA = ALL + "/toluca";

  private static final List<String> EVERYTHING =
      List.of(
          "access/unit",
          "yes",
          "access/channels",
          "web",
          "access/channels",
          "desk",
          "access/requests",
          "0",
          "publication/obligations",
          "3",
          "publication/budget",
          "2",
          "publication/contracts",
          "1",
          "publication/useful",
          "yes",
          "publication/formats",
          "csv",
          "participation/mechanism",
          "no",
          "participation/invitation",
          "yes",
          "participation/open_council",
          "yes",
          "follow_up/minutes",
          "3",
          "follow_up/reply",
          "yes",
          "follow_up/changed",
          "no");

  private final Site site;

  FilledIn(Site site) {
    this.site = site;
  }

  Site.Seen open(String second) {
    return site.as("beto")
        .post(
            ALL,
            "due",
            "2026-02-20",
            "reply",
            "10",
            "second",
            second,
            "places",
            "15106",
            "places",
            "15054");
  }

  void sign() {
    for (int section = 1; section <= 4; section++) {
      List<String> fields = new ArrayList<>(EVERYTHING);
      fields.addAll(
          List.of(
              "access/unit.link", "https://www.toluca.gob.mx/unidad",
              "access/unit.comment", "Comentario reservado"));
      fill("ana", TOLUCA + "/questionnaire", section, fields.toArray(String[]::new));
    }
    var signed =
        site.as("ana")
            .post(
                TOLUCA + "/signature",
                "head",
                "Raquel Mondragón",
                "post",
                "Presidenta municipal",
                "sure",
                "yes");
    assertThat(signed.status()).as(signed.main()).isEqualTo(303);
  }

  /// Codes as the institution answered, but for these.
  void code(String who, String... different) {
    site.as(who).post(TOLUCA + "/codings");
    for (int section = 1; section <= 4; section++) {
      List<String> fields = new ArrayList<>(EVERYTHING);
      for (int i = 0; i < different.length; i += 2) {
        fields.set(fields.indexOf(different[i]) + 1, different[i + 1]);
      }
      fill(who, TOLUCA + "/coding", section, fields.toArray(String[]::new));
    }
    assertThat(site.as(who).post(TOLUCA + "/coding/completion").status()).isEqualTo(303);
  }

  /// Posts a page as a browser would: everything it holds, changed by these fields.
  Site.Seen fill(String who, String base, int section, String... changes) {
    String path = base + "/" + section;
    return site.as(who).post(path, with(fields(site.as(who).get(path)), changes));
  }

  static List<String> fields(Site.Seen seen) {
    List<String> fields = new ArrayList<>();
    seen.page()
        .select("form.form-wide")
        .forms()
        .forEach(form ->
            form.formData()
                .forEach(pair -> {
                  fields.add(pair.key());
                  fields.add(pair.value());
                }));
    fields.add("then");
    fields.add("continue");
    return fields;
  }

  static String[] with(List<String> fields, String... changes) {
    List<String> sent = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < changes.length; i += 2) {
      changed.add(changes[i]);
    }
    for (int i = 0; i < fields.size(); i += 2) {
      if (!changed.contains(fields.get(i))) {
        sent.addAll(fields.subList(i, i + 2));
      }
    }
    sent.addAll(List.of(changes));
    return sent.toArray(String[]::new);
  }
}
