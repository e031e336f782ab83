package cabildo.comments;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.kernel.Lang;
import cabildo.web.Form;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CommentFormTest {
  private static Form form(String name, String email, String text) {
    return Form.typed(
        Map.of("name", List.of(name), "email", List.of(email), "text", List.of(text)));
  }

  private static List<String> faults(String name, String email, String text) {
    Form form = form(name, email, text);
    assertThat(CommentForm.read(form, Lang.ES)).isEmpty();
    return form.faults().stream().map(Form.Fault::key).toList();
  }

  @Test
  void aReplyWithANameAndATextIsGood() {
    assertThat(CommentForm.read(form("Rosa", "", "Gracias."), Lang.ES))
        .hasValueSatisfying(reply -> {
          assertThat(reply.email()).isEmpty();
          assertThat(reply.body()).isEqualTo("Gracias.");
        });
    assertThat(CommentForm.read(form("Rosa", "Rosa@Example.org", "x"), Lang.ES))
        .hasValueSatisfying(reply -> assertThat(reply.email()).contains("rosa@example.org"));
  }

  @Test
  void whatIsMissingOrTooLongIsSaid() {
    assertThat(faults("", "", " "))
        .containsExactly("comments.form.nameNeeded", "comments.form.textNeeded");
    assertThat(faults("x".repeat(101), "x", "x".repeat(5001)))
        .containsExactly("web.form.tooLong", "web.form.notAnEmail", "web.form.tooLong");
  }

  @Test
  void linksAndAddressesAreHeldDown() {
    assertThat(faults("Rosa", "", "http://a.mx https://b.mx www.c.mx"))
        .containsExactly("comments.form.tooManyLinks");
    assertThat(faults("Rosa", "", "Escríbame a rosa@example.org."))
        .containsExactly("comments.form.emailInText");
    assertThat(faults("rosa@example.org", "", "x")).containsExactly("comments.form.nameIsNone");
    assertThat(faults("www.ofertas.mx", "", "x")).containsExactly("comments.form.nameIsNone");
  }

  @Test
  void aFilledTrapIsRefusedAloudAndNotInSilence() {
    Form form =
        Form.typed(
            Map.of("name", List.of("Rosa"), "text", List.of("x"), "website", List.of("http://x")));
    assertThat(CommentForm.read(form, Lang.ES)).isEmpty();
    assertThat(form.faults()).extracting(Form.Fault::key).containsExactly("comments.form.trap");
  }

  @Property
  void whateverIsTypedIsEitherAcceptedOrHasAFaultBesideAField(
      @ForAll String name, @ForAll String email, @ForAll String text) {
    Form form = form(name.replace("\0", ""), email.replace("\0", ""), text.replace("\0", ""));
    var reply = CommentForm.read(form, Lang.EN);
    assertThat(reply.isPresent()).isNotEqualTo(form.isFaulty());
    reply.ifPresent(good -> {
      assertThat(good.authorName()).isNotBlank().doesNotContain("@");
      assertThat(good.body().length()).isBetween(1, CommentForm.MOST_CHARACTERS);
      assertThat(good.title().asWritten().text()).isNotBlank();
    });
  }
}
