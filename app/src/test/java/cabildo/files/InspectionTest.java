package cabildo.files;

import static cabildo.files.Samples.docx;
import static cabildo.files.Samples.text;
import static cabildo.files.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionTest {
  @TempDir Path folder = Path.of("");

  private Inspection look(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    return Inspection.of(new FileName(name), file);
  }

  private void assertGood(String name, byte[] bytes, FileType type) throws IOException {
    assertThat(look(name, bytes)).as(name).isEqualTo(new Inspection.Good(type));
  }

  private void assertRefused(String name, byte[] bytes, String key) throws IOException {
    assertThat(look(name, bytes))
        .as(name)
        .isInstanceOfSatisfying(
            Inspection.Bad.class, bad -> assertThat(bad.key()).isEqualTo("files.refused." + key));
  }

  @Test
  void filesThatAreWhatTheySayAreAccepted() throws IOException {
    assertGood("acta.pdf", Samples.pdf(), FileType.PDF);
    assertGood("Cartel del Foro.PNG", Samples.png(), FileType.PNG);
    assertGood("minuta.txt", text("Reunión del 4 de marzo.\r\n\tAcuerdos"), FileType.TXT);
    assertGood("tabla.csv", text("municipio,respuestas\nToluca,12\n"), FileType.CSV);
    assertGood("datos.json", text("{\"a\": [1, 2]}"), FileType.JSON);
    assertGood("limites.geojson", text("{\"type\":\"FeatureCollection\"}"), FileType.GEOJSON);
    assertGood("informe.docx", docx(), FileType.DOCX);
    assertGood("informe.odt", Samples.odt(), FileType.ODT);
  }

  @Test
  void aTableFromAnOldSpreadsheetIsTextToo() throws IOException {
    byte[] latin = "año;municipio\n2022;Ñandú".getBytes(StandardCharsets.ISO_8859_1);
    assertGood("tabla.csv", latin, FileType.CSV);
  }

  @Test
  void aTypeThatIsNotOnTheListIsRefused() throws IOException {
    assertRefused("programa.exe", text("MZ"), "type");
    assertRefused("pagina.html", text("<html>"), "type");
    assertRefused("dibujo.svg", text("<svg/>"), "type");
    assertRefused("guion.js", text("alert(1)"), "type");
    assertRefused("todo.zip", zip("a.txt", "a"), "type");
    assertRefused("macros.docm", docx(), "type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          acta.pdf   | <html><script>alert(1)</script>
          acta.pdf   | MZ and then a program
          foto.png   | %PDF-1.4
          foto.jpg   | <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>
          nota.txt   | <!DOCTYPE html><script>alert(1)</script>
          nota.txt   | <?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>
          nota.txt   | <?php system("id");
          tabla.csv  | #!/bin/sh
          tabla.csv  | %PDF-1.4
          datos.json | <html>{}
          hoja.xlsx  | MZ
          hoja.xlsx  | municipio,respuestas
          """)
  void aNameThatContradictsTheBytesIsRefused(String name, String bytes) throws IOException {
    assertRefused(name, text(bytes), "disguised");
  }

  @Test
  void aDocumentOfOneKindIsNotTakenForAnother() throws IOException {
    assertRefused("hoja.xlsx", docx(), "disguised");
    assertRefused("informe.docx", zip("a.txt", "only a zip file"), "disguised");
    assertRefused("foto.png", docx(), "disguised");
  }

  @Test
  void textHasNoControlCharactersAndJsonIsJson() throws IOException {
    assertRefused("nota.txt", text("hola\u0000mundo"), "notText");
    assertRefused("nota.txt", "hola".getBytes(StandardCharsets.UTF_16LE), "notText");
    assertRefused("datos.json", text("{\"a\": }"), "notJson");
    assertRefused("datos.json", text("{} {}"), "notJson");
    assertRefused("datos.json", text("42"), "notJson");
    assertRefused("datos.json", text("[".repeat(100_000)), "notJson");
  }

  @Test
  void macrosAndProgramsInsideADocumentAreRefused() throws IOException {
    assertRefused("a.docx", docx("word/vbaProject.bin", "x"), "container.active");
    assertRefused("a.docx", docx("word/embeddings/x.bin", "MZ…"), "container.active");
    assertRefused("a.docx", docx("word/activeX/activeX1.bin", "x"), "container.active");
    assertRefused("a.docx", docx("media/go.js", "alert(1)"), "container.active");
    assertRefused(
        "a.docx",
        zip("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        "container.active");
    assertRefused(
        "a.odt",
        zip("mimetype", FileType.ODT.mediaType(), "Basic/Standard/Module1.xml", "Sub Main"),
        "container.active");
  }

  @Test
  void aPathThatLeavesTheDocumentIsRefused() throws IOException {
    assertRefused("a.docx", docx("../../etc/cron.d/x", "x"), "container.path");
    assertRefused("a.docx", docx("/etc/passwd", "x"), "container.path");
    assertRefused("a.docx", docx("..\\..\\x", "x"), "container.path");
  }

  @Test
  void aDocumentThatSwellsWhenOpenedIsRefused() throws IOException {
    byte[] bomb = docx("word/media/bomb.xml", new byte[30_000_000]);
    assertThat(bomb).hasSizeLessThan(100_000);
    assertRefused("a.docx", bomb, "container.bomb");
  }

  @Test
  void aBombThatHidesInAnInnerArchiveIsFoundToo() throws IOException {
    byte[] inner = zip("zeros", new byte[30_000_000]);
    assertRefused("a.docx", docx("word/embeddings/inner.bin", inner), "container.bomb");
  }

  @Test
  void anEmbeddedDocumentIsFineAndTurtlesAllTheWayDownAreNot() throws IOException {
    byte[] sheet = zip("xl/workbook.xml", "<workbook/>");
    assertGood("a.docx", docx("word/embeddings/Sheet1.xlsx", sheet), FileType.DOCX);
    byte[] deep = zip("2", zip("3", zip("4", "x")));
    assertRefused("a.docx", docx("word/embeddings/x.bin", deep), "container.nested");
  }

  @Test
  void aDocumentOfVeryManyPartsIsRefused() throws IOException {
    Object[] parts = new Object[2 * (Container.MOST_ENTRIES + 1)];
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = "word/part" + i;
      parts[i + 1] = "";
    }
    assertRefused("a.docx", docx(parts), "container.entries");
  }

  @Test
  void aDamagedDocumentIsRefused() throws IOException {
    byte[] whole = docx("word/media/a", new byte[5000]);
    byte[] half = java.util.Arrays.copyOf(whole, whole.length - 40);
    assertRefused("a.docx", half, "container.broken");
  }
}
