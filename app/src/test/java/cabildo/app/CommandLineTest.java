package cabildo.app;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.CannotStart;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
  @TempDir Path folder;

  @Test
  void a_bad_option_is_one_sentence() {
    assertThat(refused("demo", "--prot", "80"))
        .isEqualTo("Unknown options: '--prot', '80'. See ./cabildo help.");
    assertThat(refused("demo", "--port", "many"))
        .isEqualTo("Invalid value for option '--port': 'many' is not an int. See ./cabildo help.");
    assertThat(refused("serve", "--port")).contains("--port").endsWith("See ./cabildo help.");
    assertThat(refused("dmeo")).endsWith("See ./cabildo help.");
    assertThat(refused("bench")).startsWith("Name what to measure: ");
  }

  @Test
  void a_port_that_does_not_exist_is_one_sentence() {
    assertThat(refused("demo", "--port", "99999"))
        .isEqualTo("Port 99999 does not exist: --port takes 1 to 65535.");
  }

  @Test
  void a_port_in_use_is_one_sentence_and_leaves_no_data() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(refused("demo", "--port", "" + other.getLocalPort(), "--data", "" + folder))
          .isEqualTo(
              "Port %d on 127.0.0.1 is in use: stop the other program, or choose another port with --port."
                  .formatted(other.getLocalPort()));
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void an_address_of_another_machine_is_one_sentence() {
    assertThat(refused("demo", "--port", "0", "--host", "192.0.2.1"))
        .isEqualTo("192.0.2.1 is not an address of this machine: give one with --host.");
  }

  @Test
  void a_folder_that_cannot_be_written_is_one_sentence() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(refused("demo", "--port", "0", "--data", "" + file))
        .isEqualTo(
            "The data folder %s cannot be written (it is a file): choose another one with --data."
                .formatted(file));
  }

  @Test
  void the_reason_is_found_under_what_spring_wraps_around_it() {
    Exception wrapped =
        new IllegalStateException("context", new IllegalStateException(new CannotStart("No.")));

    assertThat(StartFailure.reason(wrapped))
        .get()
        .extracting(Throwable::getMessage)
        .isEqualTo("No.");
    assertThat(StartFailure.reason(new IllegalStateException("a defect"))).isEmpty();
  }

  @Test
  void the_address_shown_is_one_that_a_browser_opens() {
    assertThat(new Listening("127.0.0.1", 8080).url(8080)).isEqualTo("http://127.0.0.1:8080/");
    assertThat(new Listening("0.0.0.0", 0).url(81)).isEqualTo("http://127.0.0.1:81/");
    assertThat(new Listening("::1", 80).url(80)).isEqualTo("http://[::1]:80/");
  }

  /// Runs a command that must not work, and gives what it said.
  private static String refused(String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine command = Main.commandLine().setErr(new PrintWriter(said, true));
    assertThat(command.execute(arguments)).isEqualTo(1);
    assertThat(said.toString().lines()).hasSize(1);
    return said.toString().strip();
  }
}
