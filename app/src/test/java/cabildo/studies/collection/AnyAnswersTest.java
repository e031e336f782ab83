package cabildo.studies.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Whatever is sent to a form that is open: an answer, a fault or a refusal, and never a defect.
@PagesTest
@Import(FieldStudy.class)
class AnyAnswersTest {
  private static final List<String> PATHS =
      List.of(
          "consent",
          "place",
          "identity/intro",
          "identity/sex",
          "identity/age",
          "identity/state",
          "identity/birthplace",
          "access/asked",
          "access/means",
          "access/order",
          "access/order.web",
          "access/order.phone",
          "access/ease",
          "access/since",
          "access/where",
          "access/photo",
          "access/photo.remove",
          "access/twice",
          "requests",
          "requests/topic",
          "requests[1]/topic",
          "requests[1]/days",
          "requests[3]/days",
          "requests[0]/topic",
          "requests[99]/topic",
          "requests[999999999999]/topic",
          "identity[1]/sex",
          "[",
          "");
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "yes",
          "no",
          "f",
          "15",
          "34",
          "-1",
          "1e9",
          "99999999999999999999",
          "0.5",
          "3,5",
          "2025-12-31",
          "31/12/2025",
          "9999999-01-01",
          "13:45",
          "web",
          "web phone",
          "web web",
          "19.3, -99.6",
          "91 181",
          "19.3;;",
          "'; drop table x; --",
          "<b>",
          "${age}",
          "{0}",
          "%00",
          "\u202e",
          "😀",
          "\ud83d",
          "x".repeat(11_000),
          "a\r\nb",
          "OK");
  private static final List<String> WISHES =
      List.of(
          "",
          "continue",
          "back",
          "leave",
          "more:requests",
          "more:identity",
          "more:",
          "more:../x",
          "less:requests[1]",
          "less:requests[9]",
          "less:requests[",
          "less:",
          "more:requests[1]",
          "nothing");

  @Autowired Site site;
  @Autowired FieldStudy field;

  private String begun() {
    var sheet =
        site.as("beto").post(FieldStudy.PATH + "/invitations/sheets", "unit", "1", "count", "1");
    String link = "/en/answers/" + sheet.page().select(".card .code").text().replace(" ", "");
    site.asVisitor().postWithoutToken(link, "consent", "yes");
    return link;
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static String[] fields(Random random) {
    List<String> asked = new ArrayList<>();
    List<String> fields = new ArrayList<>();
    for (String path : PATHS) {
      if (random.nextBoolean()) {
        asked.add(path);
      }
      if (random.nextBoolean()) {
        fields.addAll(List.of(path, any(VALUES, random)));
      }
    }
    fields.addAll(List.of("asked", String.join(" ", asked), "then", any(WISHES, random)));
    fields.addAll(List.of("in", any(List.of("es", "en", "maz", "xx", "", "zzzz"), random)));
    fields.addAll(List.of("from", any(List.of("", "check", "/x"), random)));
    return fields.toArray(String[]::new);
  }

  @Test
  void noFormThatIsSentIsADefect() {
    field.open();
    var random = new Random(4);
    String link = begun();
    int saved = 0;
    for (int i = 0; i < 400; i++) {
      String page = link + "/pages/" + random.nextInt(5);
      String[] fields = fields(random);
      int status = site.asVisitor().postWithoutToken(page, fields).status();
      assertThat(status).as(page + " " + String.join("|", fields)).isLessThan(500);
      saved += status == 303 ? 1 : 0;
      String more = URLEncoder.encode(any(PATHS, random), StandardCharsets.UTF_8);
      String asked = page + "?in=" + any(List.of("es", "maz", "%F0"), random) + "&more=" + more;
      assertThat(site.asVisitor().get(asked).status()).as(asked).isLessThan(500);
      assertThat(site.asVisitor().get(link + "/check").status()).isEqualTo(200);
    }
    assertThat(saved).isGreaterThan(50);
    assertThat(site.asVisitor().postWithoutToken(link + "/submission").status()).isIn(303, 422);
  }
}
