package cabildo.comments;

import cabildo.kernel.Lang;
import cabildo.web.Form;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a reply from what was typed.
final class CommentForm {
  static final int MOST_CHARACTERS = 5000;
  private static final int MOST_LINKS = 2;
  private static final Pattern LINK = Pattern.compile("(?i)https?://|\\bwww[.]");
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{Alnum}._%+-]+@[\\p{Alnum}-]+([.][\\p{Alnum}-]+)+");

  private CommentForm() {}

  static Optional<NewComment> read(Form form, Lang lang) {
    String name = form.text("name", 100, "comments.form.nameNeeded");
    if (LINK.matcher(name).find() || name.contains("@")) {
      form.refuse("name", "comments.form.nameIsNone");
    }
    Optional<String> email =
        form.value("email").isBlank()
            ? Optional.empty()
            : Optional.of(form.email("email", "web.form.notAnEmail"));
    String text = text(form);
    if (!form.value("website").isEmpty()) {
      form.refuse("text", "comments.form.trap");
    }
    return form.valid(_ -> new NewComment(lang, name, email, text));
  }

  /// The text alone, as in the answer of an organisation.
  static String text(Form form) {
    String text = form.text("text", MOST_CHARACTERS, "comments.form.textNeeded");
    long links = LINK.matcher(text).results().count();
    if (links > MOST_LINKS) {
      form.refuse("text", "comments.form.tooManyLinks", MOST_LINKS, links);
    }
    if (EMAIL.matcher(text).find()) {
      form.refuse("text", "comments.form.emailInText");
    }
    return text;
  }
}
