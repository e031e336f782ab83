package cabildo.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void everySeparatorIsFound() {
    for (String separator : List.of(",", ";", "\t", "|")) {
      Table table = good("a" + separator + "b\n1" + separator + "\"x" + separator + "y\"\n");
      assertThat(table.header()).containsExactly("a", "b");
      assertThat(table.rows().getFirst().cells()).containsExactly("1", "x" + separator + "y");
    }
  }

  @Test
  void excelMaySayTheSeparator() {
    Table table = good("sep=;\r\na;b,c\r\n1;2\r\n");
    assertThat(table.header()).containsExactly("a", "b,c");
    assertThat(table.rows().getFirst().line()).isEqualTo(3);
  }

  @Test
  void everyRowKnowsItsLine() {
    Table table = good("a,b\n1,\"two\nlines\"\n\n,\n3,4\n");
    assertThat(table.rows()).extracting(Table.Row::line).containsExactly(2L, 6L);
    assertThat(table.rows().getLast().cell(9)).isEmpty();
  }

  @Test
  void whatIsNoTableIsNamed() {
    assertThat(bad("")).isEqualTo("empty");
    assertThat(bad("a,b\n")).isEqualTo("empty");
    assertThat(bad("a,b,a\n1,2,3")).isEqualTo("columnTwice");
    assertThat(bad("a\n" + "1\n".repeat(Table.MOST_ROWS + 1))).isEqualTo("tooLong");
  }

  @Test
  void everyEncodingIsRead() {
    String text = "año,niñez\nsí,«é»\n";
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16,
            Charset.forName("windows-1252"))) {
      assertThat(DecodedText.of(text.getBytes(charset)).orElseThrow().text())
          .as(charset.name())
          .isEqualTo(text);
    }
    byte[] marked = ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
    assertThat(DecodedText.of(marked).orElseThrow().text()).isEqualTo(text);
    assertThat(DecodedText.of(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)).orElseThrow())
        .isEqualTo(new DecodedText(text, "UTF-8"));
  }

  @Property
  void anyBytesAreReadOrRefused(@ForAll @Size(max = 300) byte[] bytes) {
    DecodedText.of(bytes).ifPresent(text -> assertThat(text.text()).doesNotContain("\0"));
  }

  @Property
  void anyTextIsATableOrNamed(@ForAll @StringLength(max = 300) String text) {
    assertThat(Table.read(text)).isNotNull();
  }

  private static Table good(String text) {
    assertThat(Table.read(text)).isInstanceOf(Table.Good.class);
    return ((Table.Good) Table.read(text)).table();
  }

  private static String bad(String text) {
    return ((Table.Bad) Table.read(text)).why().key();
  }
}
