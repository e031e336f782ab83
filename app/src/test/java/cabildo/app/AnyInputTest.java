package cabildo.app;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route of the program, with values that nobody should send: none is a defect.
@PagesTest
class AnyInputTest {
  private static final List<String> NASTY =
      List.of(
          "mxmex0009",
          "mxmex0009-end-of-commitment-2",
          "toluca",
          "",
          " ",
          "0",
          "-1",
          "99999999999999999999",
          "x".repeat(3000),
          "é",
          "ñ-ñ",
          "'; drop table x; --",
          "<b>",
          "%",
          "..",
          "\u202e",
          "😀",
          "null",
          "2024-13-45",
          "true",
          "q1_1",
          "00000000-0000-7000-8000-000000000000",
          "not-a-uuid",
          "{0}",
          "${x}",
          "a\r\nb");
  private static final List<String> FIELDS =
      List.of(
          "email",
          "name",
          "role",
          "scope",
          "password",
          "old",
          "repeat",
          "text",
          "about",
          "parent",
          "decision",
          "reason",
          "title",
          "proves",
          "kind",
          "url",
          "licence",
          "factOn",
          "percent",
          "note",
          "difficulties",
          "reportedOn",
          "startedOn",
          "closedOn",
          "outcome",
          "closingText",
          "version",
          "periodFrom",
          "assessedOn",
          "q1_1",
          "q1_2",
          "seen_q1_1",
          "evidence_q1_1",
          "commitment",
          "then",
          "affiliation",
          "independence",
          "truth",
          "to",
          "q",
          "before");

  @Autowired Site site;
  @Autowired RequestMappingHandlerMapping mapping;

  private Set<String> patterns(RequestMethod method) {
    return mapping.getHandlerMethods().keySet().stream()
        .filter(info -> info.getMethodsCondition().getMethods().contains(method))
        .flatMap(info -> info.getPatternValues().stream())
        .filter(pattern -> pattern.startsWith("/{lang}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String path(String pattern, Random random) {
    String path = pattern.replace("{lang}", random.nextBoolean() ? "en" : "es");
    while (path.contains("{")) {
      String value = URLEncoder.encode(any(random), StandardCharsets.UTF_8).replace("+", "%20");
      path = path.replaceFirst("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", value.replace("$", "\\$"));
    }
    return path;
  }

  private static String any(Random random) {
    return NASTY.get(random.nextInt(NASTY.size()));
  }

  private static String[] fields(Random random) {
    List<String> fields = new ArrayList<>();
    for (String field : FIELDS) {
      if (random.nextInt(3) > 0) {
        fields.addAll(List.of(field, any(random)));
      }
    }
    return fields.toArray(String[]::new);
  }

  private Site.Visit somebody(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> site.asVisitor();
      case 1 -> site.as("ana");
      case 2 -> site.as("beto");
      case 3 -> site.as("elena");
      case 4 -> site.as("sofia");
      default -> site.as("iris");
    };
  }

  @Test
  void noAddressThatIsAskedForIsADefect() {
    var random = new Random(1);
    for (String pattern : patterns(RequestMethod.GET)) {
      for (int i = 0; i < 12; i++) {
        String path = path(pattern, random);
        assertThat(somebody(random).get(path).status()).as("GET " + path).isLessThan(500);
      }
    }
  }

  @Test
  void nothingThatIsSentIsADefect() {
    var random = new Random(2);
    assertThat(patterns(RequestMethod.POST)).hasSizeGreaterThan(15);
    Set<Integer> answers = new TreeSet<>();
    for (String pattern : patterns(RequestMethod.POST)) {
      for (int i = 0; i < 12; i++) {
        String path = path(pattern, random);
        int status = somebody(random).post(path, fields(random)).status();
        assertThat(status).as("POST " + path).isLessThan(500);
        answers.add(status);
      }
    }
    assertThat(answers)
        .as("some must get as far as a form, a right or a missing thing")
        .contains(401, 403, 404, 422);
  }
}
