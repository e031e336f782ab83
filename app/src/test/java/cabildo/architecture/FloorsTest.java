package cabildo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FloorsTest {
  private static final Pattern SEEN_BY_TEMPLATES =
      Pattern.compile("(?:@import |@template\\.|[( ])cabildo\\.([a-z]+)\\.");

  /// A `CompiledForm` is the form of an instrument, which every way to answer uses.
  private static final Pattern ONLY_THEIR_OWN =
      Pattern.compile("(?!(CompiledForm|WriteXForm)$).*(Page|Pages|Form)");

  @Test
  void everyPackageStandsOnAFloor() {
    Set<String> homeless = new TreeSet<>();
    for (JavaClass one : HouseClasses.MAIN) {
      if (!Floors.has(HouseClasses.capability(one))) {
        homeless.add(one.getPackageName());
      }
    }
    assertThat(homeless).as("give these packages a floor in Floors and ARCHITECTURE.md").isEmpty();
  }

  @Test
  void codeLooksOnlyDown() {
    Set<String> looksUp = new TreeSet<>();
    for (Dependency use : HouseClasses.dependencies()) {
      String user = HouseClasses.capability(use.getOriginClass());
      String used = HouseClasses.capability(use.getTargetClass());
      if (!Floors.mayUse(user, used)) {
        looksUp.add(user + " uses " + used + ": " + use.getDescription());
      }
    }
    assertThat(looksUp).as("a package uses only floors below its own").isEmpty();
  }

  @Test
  void roomsOfACapabilityLookOnlyDown() {
    Set<String> looksUp = new TreeSet<>();
    for (Dependency use : HouseClasses.dependencies()) {
      String capability = HouseClasses.capability(use.getOriginClass());
      if (Floors.ROOMS.containsKey(capability)
          && capability.equals(HouseClasses.capability(use.getTargetClass()))) {
        String user = HouseClasses.room(use.getOriginClass());
        String used = HouseClasses.room(use.getTargetClass());
        if (!Floors.mayUseRoom(user, used)) {
          looksUp.add(user + " uses " + used + ": " + use.getDescription());
        }
      }
    }
    assertThat(looksUp).as("a room uses only rooms below its own, see Floors.ROOMS").isEmpty();
  }

  @Test
  void templatesLookOnlyDown() {
    Set<String> looksUp = new TreeSet<>();
    for (var template : Sources.templates()) {
      SEEN_BY_TEMPLATES
          .matcher(template.text())
          .results()
          .map(found -> found.group(1))
          .filter(used -> !Floors.mayUse(template.capability(), used))
          .forEach(used -> looksUp.add(template.path() + " uses " + used));
    }
    assertThat(looksUp).isEmpty();
  }

  @Test
  void pagesAndFormsBelongToTheirCapabilityAndToApp() {
    Set<String> borrowed = new TreeSet<>();
    for (Dependency use : HouseClasses.dependencies()) {
      String user = HouseClasses.capability(use.getOriginClass());
      String used = HouseClasses.capability(use.getTargetClass());
      boolean isShared = List.of("web", user).contains(used) || user.equals("app");
      String name = use.getTargetClass().getSimpleName();
      if (!isShared && ONLY_THEIR_OWN.matcher(name).matches()) {
        borrowed.add(use.getDescription());
      }
    }
    assertThat(borrowed)
        .as("a page that mixes capabilities is a page of app; a form is read where it is sent to")
        .isEmpty();
  }
}
