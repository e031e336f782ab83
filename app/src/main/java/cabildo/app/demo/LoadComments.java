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
    world.rows.add(
        "comments.comment",
        "id",
        id,
        "about_id",
        aboutId,
        "parent_id",
        world.idOrNull(comment.textOrNull("parent")),
        "author_name",
        comment.text("author"),
        "organisation_id",
        world.idOrNull(comment.textOrNull("organisation")),
        "person_id",
        world.idOrNull(comment.textOrNull("person")),
        "language",
        comment.text("language"),
        "body",
        comment.text("text"),
        "received_at",
        at,
        "invented",
        comment.is("invented"));
    world.rows.add("comments.contact", "comment_id", id, "email", comment.text("email"));
    if (comment.has("moderatedBy")) {
      moderation(id, comment);
    }
  }

  private void moderation(UUID id, Item comment) {
    History.Hand hand = world.hand(comment.text("moderatedBy"));
    Instant at = comment.time("moderatedAt").toInstant();
    String decision = comment.text("status");
    world.rows.add(
        "comments.moderation",
        "comment_id",
        id,
        "decision",
        decision,
        "reason",
        comment.at("reason").map(reason -> reason.words("text").in(Lang.ES).text()).orElse(null),
        "decided_at",
        at,
        "decided_by",
        hand.id(),
        "decided_by_name",
        hand.name());
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
