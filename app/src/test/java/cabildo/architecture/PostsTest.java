package cabildo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.architecture.Sources.Source;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Every form that changes something does it in one transaction, leaves a line in the ledger, and
/// has a test for who may and who may not.
class PostsTest {
  private static final Pattern REFUSED = Pattern.compile("\\b(401|403|404|303)\\b");

  /// `Class#method`, and why its act leaves no line.
  private static final Map<String, String> WITHOUT_A_LINE =
      Map.of(
          "AnswerPages#begin", "who answers is nobody to the ledger; studies.consent remembers it",
          "SittingPages#save", "a page of a form that nobody has sent",
          "SittingPages#send", "studies.submission is its own record, and grows only",
          "OpenLinkPages#begin", "who answers is nobody to the ledger");

  /// @param route as in `/{lang}/people/{id}/closure`
  record Post(Class<?> pages, Method handler, String route) {
    String name() {
      return pages.getSimpleName() + "#" + handler.getName();
    }

    /// The last word of the route that is no variable.
    String lastWord() {
      return Arrays.stream(route.split("/", -1))
          .filter(word -> !word.isEmpty() && !word.contains("{"))
          .reduce("", (_, word) -> word);
    }
  }

  @Test
  void everyPostIsOneTransaction() {
    Set<String> faults = new TreeSet<>();
    for (Post post : posts()) {
      Transactional own = post.handler().getAnnotation(Transactional.class);
      if (own == null || own.readOnly()) {
        faults.add(post.name());
      }
    }
    assertThat(faults).as("annotate with @Transactional").isEmpty();
  }

  @Test
  void everyPostLeavesALineInTheLedger() {
    Set<String> faults = new TreeSet<>();
    for (Post post : posts()) {
      if (!writesLedger(post) && !WITHOUT_A_LINE.containsKey(post.name())) {
        faults.add(post.name());
      }
    }
    assertThat(faults).as("end the act with ledger.write(…), or say here why not").isEmpty();
  }

  /// The last fixed word of the route must be posted to in a test of the capability, or of `app`,
  /// and a refusal must be asserted in the same file.
  @Test
  void everyPostHasATestForWhoMayAndWhoMayNot() {
    Set<String> faults = new TreeSet<>();
    List<Source> tests = Sources.tests();
    for (Post post : posts()) {
      String capability = post.pages().getPackageName().split("[.]", -1)[1];
      boolean isTested =
          tests.stream()
              .filter(test -> Set.of(capability, "app").contains(test.capability()))
              .filter(test -> REFUSED.matcher(test.text()).find())
              .anyMatch(test -> mentions(test, post.lastWord()));
      if (!isTested) {
        faults.add(post.name() + ", " + post.route());
      }
    }
    assertThat(faults).as("add a test of one who may and of one who may not").isEmpty();
  }

  private static boolean mentions(Source test, String word) {
    return Sources.literals(test.text()).stream()
        .anyMatch(literal -> Arrays.asList(literal.split("[/?]", -1)).contains(word));
  }

  private static List<Post> posts() {
    return HouseClasses.MAIN.stream()
        .filter(one -> one.isAnnotatedWith(Controller.class))
        .map(JavaClass::reflect)
        .flatMap(pages ->
            Arrays.stream(pages.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(PostMapping.class))
                .map(method -> new Post(pages, method, route(pages, method))))
        .toList();
  }

  private static String route(Class<?> pages, Method method) {
    RequestMapping above = pages.getAnnotation(RequestMapping.class);
    String prefix = above == null ? "" : String.join("", above.value());
    return prefix + String.join("", method.getAnnotation(PostMapping.class).value());
  }

  private static boolean writesLedger(Post post) {
    JavaClass pages = HouseClasses.MAIN.get(post.pages());
    Deque<JavaMethod> open = new ArrayDeque<>();
    pages.getMethods().stream()
        .filter(method -> method.getName().equals(post.handler().getName()))
        .forEach(open::add);
    Set<JavaMethod> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (JavaAccess<?> call : open.poll().getAccessesFromSelf()) {
        String owner = call.getTargetOwner().getName();
        if (owner.equals("cabildo.ledger.Ledger") && call.getName().startsWith("write")) {
          return true;
        }
        if (owner.startsWith("cabildo.")
            && call.getTarget().resolveMember().orElse(null) instanceof JavaMethod next
            && seen.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }
}
