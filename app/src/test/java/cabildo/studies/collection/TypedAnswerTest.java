package cabildo.studies.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.instruments.Choice;
import cabildo.instruments.Definition;
import cabildo.instruments.Item;
import cabildo.instruments.ReadDefinition;
import cabildo.web.Form;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TypedAnswerTest {
  private static final Definition FORM =
      ReadDefinition.read(
          """
          {"title": {"es": "x"}, "languages": ["es"],
           "choices": {"abc": [{"name": "a", "label": {"es": "A"}},
                               {"name": "b", "label": {"es": "B"}},
                               {"name": "c", "label": {"es": "C"}}]},
           "items": [
             {"name": "text", "type": "text"}, {"name": "integer", "type": "integer"},
             {"name": "decimal", "type": "decimal"}, {"name": "date", "type": "date"},
             {"name": "time", "type": "time"}, {"name": "datetime", "type": "datetime"},
             {"name": "geopoint", "type": "geopoint"}, {"name": "geotrace", "type": "geotrace"},
             {"name": "acknowledge", "type": "acknowledge"},
             {"name": "one", "type": "select_one", "choices": "abc"},
             {"name": "many", "type": "select_multiple", "choices": "abc"},
             {"name": "rank", "type": "rank", "choices": "abc"}]}
          """);
  private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

  @Test
  void numbersAreReadAsPeopleWriteThem() {
    assertThat(read("integer", " 1,234 ")).isEqualTo("1234");
    assertThat(read("integer", "007")).isEqualTo("7");
    assertThat(read("decimal", "1,234.50")).isEqualTo("1234.50");
    assertThat(read("decimal", "3,5")).isEqualTo("3.5");
    assertThat(refusal("integer", "dos")).isEqualTo("studies.collection.answer.notWhole");
    assertThat(refusal("integer", "1.5")).isEqualTo("studies.collection.answer.notWhole");
    assertThat(refusal("decimal", "1,2345")).isEqualTo("studies.collection.answer.notANumber");
  }

  @Test
  void datesAndTimesBecomeThoseOfAnXform() {
    assertThat(read("date", "2022-05-31")).isEqualTo("2022-05-31");
    assertThat(read("date", "31/5/2022")).isEqualTo("2022-05-31");
    assertThat(refusal("date", "31/2/2022")).isEqualTo("studies.collection.answer.notADate");
    assertThat(read("time", "13:45")).isEqualTo("13:45:00.000-06:00");
    assertThat(read("datetime", "2022-05-31T13:45")).startsWith("2022-05-31T13:45:00.000-0");
    assertThat(TypedAnswer.typed(item("time"), "13:45:00.000-06:00")).isEqualTo("13:45");
    assertThat(TypedAnswer.typed(item("datetime"), "2022-05-31T13:45:00.000-05:00"))
        .isEqualTo("2022-05-31T13:45");
  }

  @Test
  void placesAreTypedAsLatitudeAndLongitude() {
    assertThat(read("geopoint", "19.2926, -99.6569")).isEqualTo("19.2926 -99.6569 0 0");
    assertThat(read("geopoint", "19.2926 -99.6569 2660 5")).isEqualTo("19.2926 -99.6569 2660 5");
    assertThat(refusal("geopoint", "99.6, 19.3")).isEqualTo("studies.collection.answer.notAPoint");
    assertThat(read("geotrace", "19.1, -99.1\n19.2, -99.2"))
        .isEqualTo("19.1 -99.1 0 0; 19.2 -99.2 0 0");
    assertThat(TypedAnswer.typed(item("geotrace"), "19.1 -99.1 0 0; 19.2 -99.2 0 0"))
        .isEqualTo("19.1, -99.1\n19.2, -99.2");
  }

  @Test
  void choicesAreThoseOfTheList() {
    assertThat(read("one", "b")).isEqualTo("b");
    assertThat(refusal("one", "z")).isEqualTo("studies.collection.answer.notAChoice");
    Form boxes = Form.typed(Map.of("many", List.of("c", "a", "z")));
    assertThat(read(boxes, "many")).isEqualTo("a c");
    assertThat(read("acknowledge", "OK")).isEqualTo("OK");
  }

  @Test
  void aRankNeedsEachPlaceOnce() {
    assertThat(read(rank("2", "3", "1"), "rank")).isEqualTo("c a b");
    assertThat(read(rank("", "", ""), "rank")).isEmpty();
    for (Form form : List.of(rank("1", "1", "2"), rank("1", "2", ""))) {
      read(form, "rank");
      assertThat(form.isFaulty()).isTrue();
    }
  }

  @Property(tries = 3000)
  void whateverIsTypedIsAValueOrAFault(
      @ForAll @IntRange(max = 11) int which, @ForAll @StringLength(max = 60) String typed) {
    String name = FORM.items().get(which).path();
    Form form = Form.filled(Map.of(name, typed.replace("\0", "")));
    assertThat(read(form, name)).hasSizeLessThanOrEqualTo(200);
  }

  private static Form rank(String a, String b, String c) {
    return Form.filled(new HashMap<>(Map.of("rank.a", a, "rank.b", b, "rank.c", c)));
  }

  private static String read(String name, String typed) {
    Form form = Form.filled(Map.of(name, typed));
    String value = read(form, name);
    assertThat(form.faults()).as(typed).isEmpty();
    return value;
  }

  private static String refusal(String name, String typed) {
    Form form = Form.filled(Map.of(name, typed));
    read(form, name);
    return form.faults().getFirst().key();
  }

  private static String read(Form form, String name) {
    List<Choice> choices = FORM.choicesOf(item(name));
    return new TypedAnswer(form, ZONE).read(name, item(name), choices);
  }

  private static Item item(String name) {
    return FORM.find(name).orElseThrow().item();
  }
}
