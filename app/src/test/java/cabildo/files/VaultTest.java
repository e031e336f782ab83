package cabildo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.kernel.Problem;
import cabildo.testing.PagesTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class VaultTest {
  @Autowired Blobs blobs;
  @Autowired java.time.Clock clock;
  @TempDir Path data;
  Vault vault;

  @BeforeEach
  void open() {
    vault = new Vault(data.toString(), blobs, clock);
  }

  private Vault.Reception keep(String name, byte[] bytes) {
    return vault.keep(name, new ByteArrayInputStream(bytes));
  }

  private Problem refusal(String name, byte[] bytes) {
    return ((Vault.Refused) keep(name, bytes)).reason();
  }

  private List<Path> filesOnDisk() throws IOException {
    if (!Files.exists(data.resolve("files"))) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(data.resolve("files"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aFileIsStoredUnderItsHashAndGivenBackByIt() throws IOException {
    Blob blob = keep("acta.pdf", Samples.pdf()).kept().blob();
    Path file = vault.open(blob.sha256());
    assertThat(file).hasBinaryContent(Samples.pdf());
    assertThat(data.relativize(file).toString())
        .isEqualTo("files/" + blob.sha256().substring(0, 2) + "/" + blob.sha256().substring(2));
    assertThat(blob.mediaType()).isEqualTo("application/pdf");
    assertThat(blob.sizeBytes()).isEqualTo(Samples.pdf().length);
  }

  @Test
  void theSameBytesAreStoredOnceHoweverTheyAreNamed() throws IOException {
    Blob one = keep("acta.pdf", Samples.pdf()).kept().blob();
    Blob two = keep("otra.pdf", Samples.pdf()).kept().blob();
    assertThat(two).isEqualTo(one);
    assertThat(filesOnDisk()).hasSize(1);
  }

  @Test
  void aRefusedFileLeavesNothingBehind() throws IOException {
    assertThat(refusal("acta.pdf", new byte[0]).key()).isEqualTo("files.refused.empty");
    assertThat(refusal("../acta.pdf", Samples.pdf()).key()).isEqualTo("files.refused.name.path");
    assertThat(refusal("acta.pdf", Samples.png()).key()).isEqualTo("files.refused.disguised");
    assertThat(filesOnDisk()).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsToldBothNumbers() throws IOException {
    Problem told = refusal("acta.pdf", new byte[20_000_001]);
    assertThat(told.key()).isEqualTo("files.refused.tooLarge");
    assertThat(told.args()).containsExactly(20_000_001L, 20_000_000L);
    assertThat(filesOnDisk()).isEmpty();
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
    var cut =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the connection was cut");
          }

          @Override
          public int read(byte[] bytes, int from, int most) throws IOException {
            return read();
          }
        };
    var broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), cut);
    assertThatThrownBy(() -> vault.keep("nota.txt", broken)).hasMessageContaining("was cut");
    assertThat(filesOnDisk()).isEmpty();
  }

  @Test
  void whatACrashLeftIsRemovedAtTheNextStart() throws IOException {
    keep("acta.pdf", Samples.pdf());
    Files.writeString(data.resolve("files/0f6e.part"), "half of a file");
    vault.clear();
    assertThat(filesOnDisk()).hasSize(1).noneMatch(file -> file.toString().endsWith(".part"));
  }

  @Test
  void anUploadThatIsGoingOnIsLeftAlone() throws IOException {
    try (Incoming incoming = Incoming.in(data.resolve("files"))) {
      vault.clear();
      assertThat(incoming.path()).exists();
    }
    assertThat(filesOnDisk()).isEmpty();
  }

  @Test
  void aFileThatWasDamagedOnTheDiskIsMendedByTheNextUpload() throws IOException {
    Blob blob = keep("acta.pdf", Samples.pdf()).kept().blob();
    Files.writeString(vault.open(blob.sha256()), "damaged");
    keep("acta.pdf", Samples.pdf());
    assertThat(vault.open(blob.sha256())).hasBinaryContent(Samples.pdf());
  }

  @Test
  void aHashThatWasNeverStoredIsNotFoundAndALostFileIsAway() throws IOException {
    assertThatThrownBy(() -> vault.open("0".repeat(64))).hasMessage("web.problem.notFound");
    Blob blob = keep("acta.pdf", Samples.pdf()).kept().blob();
    Files.delete(vault.open(blob.sha256()));
    assertThatThrownBy(() -> vault.open(blob.sha256())).hasMessage("files.away");
  }
}
