package cabildo.app.demo;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Comments, with the e-mail addresses of their authors kept apart, and what the moderator decided.
final class LoadComments {
  private static final int LONGEST_TITLE = 60;

  private final World world;

  LoadComments(World world) {
    this.world = world;
  }

  void load() {
    Item.of("comments").forEach(this::comment);
  }

  private void comment(Item comment) {
    String key = comment.text("key");
    Instant at = comment.time("postedAt").toInstant();
    UUID aboutId = world.id(comment.text("about"));
    UUID id = world.id(key);
    world.subject(key, "comment", aboutId, "/comments/" + id, title(comment), at);
    world
        .row("comments.comment")
        .with("id", id)
        .with("about_id", aboutId)
        .with("parent_id", world.idOrNull(comment.textOrNull("parent")))
        .with("author_name", comment.text("author"))
        .with("organisation_id", world.idOrNull(comment.textOrNull("organisation")))
        .with("person_id", world.idOrNull(comment.textOrNull("person")))
        .with("language", comment.text("language"))
        .with("body", comment.text("text"))
        .with("received_at", at)
        .with("invented", comment.is("invented"));
    world.row("comments.contact").with("comment_id", id).with("email", comment.text("email"));
    if (comment.has("moderatedBy")) {
      moderation(id, comment);
    }
  }

  private void moderation(UUID id, Item comment) {
    History.Hand hand = world.hand(comment.text("moderatedBy"));
    Instant at = comment.time("moderatedAt").toInstant();
    String decision = comment.text("status");
    world
        .row("comments.moderation")
        .with("comment_id", id)
        .with("decision", decision)
        .with(
            "reason",
            comment
                .at("reason")
                .map(reason -> reason.words("text").in(Lang.ES).text())
                .orElse(null))
        .with("decided_at", at)
        .with("decided_by", hand.id())
        .with("decided_by_name", hand.name());
    if (decision.equals("published")) {
      world.history.write(at, hand, "comment.published", id, Map.of());
    } else {
      world.history.writePrivately(at, hand, "comment.rejected", id, Map.of());
    }
  }

  private static LocalText title(Item comment) {
    String text = comment.text("text");
    String title =
        text.length() <= LONGEST_TITLE
            ? text
            : text.substring(0, text.lastIndexOf(' ', LONGEST_TITLE)) + " …";
    return LocalText.of(new Lang(comment.text("language")), title);
  }
}
