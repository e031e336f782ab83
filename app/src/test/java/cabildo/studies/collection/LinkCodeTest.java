package cabildo.studies.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinkCodeTest {

  @Test
  void aCodeIsReadAsPeopleTypeIt() {
    LinkCode code = LinkCode.fresh();
    assertThat(LinkCode.read(code.grouped())).contains(code);
    assertThat(LinkCode.read(code.text().toLowerCase(Locale.ROOT))).contains(code);
    assertThat(LinkCode.read(" " + code.grouped().replace(' ', '-') + "\n")).contains(code);
    assertThat(LinkCode.read(code.text().replace('0', 'o').replace('1', 'l'))).contains(code);
  }

  @Test
  void noTwoAreAlike() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      assertThat(made.add(LinkCode.fresh().text())).isTrue();
    }
  }

  @Test
  void itsNameIsNotItsSecret() {
    LinkCode code = LinkCode.fresh();
    assertThat(code.toString()).doesNotContain(code.text());
  }

  @Test
  void nearlyEverySlipOfTheHandIsNoticed() {
    int unnoticed = 0;
    for (int i = 0; i < 2_000; i++) {
      String text = LinkCode.fresh().text();
      int place = i % text.length();
      char other = text.charAt(place) == 'Z' ? 'Y' : 'Z';
      String wrong = text.substring(0, place) + other + text.substring(place + 1);
      unnoticed += LinkCode.read(wrong).isPresent() ? 1 : 0;
    }
    // Ten bits of check let one in a thousand pass; it then opens nothing.
    assertThat(unnoticed).isLessThan(20);
  }

  @Property
  void anyTextIsReadWithoutHarm(@ForAll @StringLength(max = 200) String typed) {
    LinkCode.read(typed).ifPresent(code -> assertThat(code.text()).hasSize(28));
  }
}
