package cabildo.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"acta.pdf", "Acta de instalación (27 mayo).PDF", "Ñ.csv", "a.tar.gz"})
  void aNameThatAPersonGivesIsKeptAsItIs(String name) {
    assertThat(FileName.whyNot(name)).isNull();
    assertThat(new FileName(name).text()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ../../etc/passwd, path
          /etc/passwd, path
          C:\\Users\\ana\\acta.pdf, path
          folder/acta.pdf, path
          ..pdf, path
          acta, ending
          acta., ending
          .pdf, ending
          'acta.pdf ', ending
          """)
  void aPathOrAMissingEndingIsRefusedAndNeverMended(String name, String reason) {
    assertThat(FileName.whyNot(name)).isEqualTo("files.refused.name." + reason);
  }

  @Test
  void charactersThatCannotBeSeenAreRefused() {
    assertThat(FileName.whyNot("acta\u0000.pdf")).endsWith("invisible");
    assertThat(FileName.whyNot("acta\r\nX: y.pdf")).endsWith("invisible");
    assertThat(FileName.whyNot("acta\u202Efdp.exe")).endsWith("invisible");
    assertThat(FileName.whyNot("acta\uD800.pdf")).endsWith("invisible");
    assertThat(FileName.whyNot("a".repeat(150) + ".pdf")).endsWith("long");
    assertThat(FileName.whyNot("  ")).endsWith("none");
  }

  @Property
  void everyNameIsEitherKeptAsItIsOrRefusedWithAReason(@ForAll String name) {
    String why = FileName.whyNot(name);
    if (why == null) {
      assertThat(new FileName(name).text()).isEqualTo(name);
      assertThat(name).doesNotContain("/", "\\", "\n", "\0").contains(".");
    } else {
      assertThat(why).startsWith("files.refused.name.");
    }
  }

  @Test
  void everyTypeHasOneMediaTypeAndOneEndingOfItsOwn() {
    assertThat(Arrays.stream(FileType.values()).map(FileType::mediaType)).doesNotHaveDuplicates();
    assertThat(FileType.accepted()).contains(".pdf", ".jpg, .jpeg").doesNotContain("zip");
  }
}
