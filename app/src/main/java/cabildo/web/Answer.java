package cabildo.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a handler answers. It leaves after the transaction has committed.
public sealed interface Answer {

  /// An HTML page.
  ///
  /// @param template as in `cabildo/members/member.jte`
  /// @param page everything that the template shows
  /// @param shows the things whose change makes the page old; absent for a page of one person only
  record Page(String template, Object page, int status, @Nullable Set<UUID> shows)
      implements Answer {

    /// The page is the same for everybody and is kept until one of these things, or a part of one,
    /// changes.
    public Page shared(Collection<UUID> things) {
      return new Page(template, page, status, Set.copyOf(things));
    }
  }

  /// JSON or another text.
  record Document(String mediaType, String text, @Nullable Set<UUID> shows) implements Answer {}

  /// Bytes that are the same for everybody, kept until one of these things changes.
  @SuppressWarnings("ArrayRecordComponent")
  record Bytes(String mediaType, byte[] body, Set<UUID> shows) implements Answer {}

  /// A file that is offered for saving, never shown as part of the site.
  record Download(Path file, String fileName, String mediaType, boolean inline) implements Answer {}

  /// A file that is written while it is sent, however long: nothing of it is held in memory. Its
  /// body asks the database itself, since the request's transaction is over by then.
  record Stream(String fileName, String mediaType, Body body) implements Answer {}

  /// What a stream writes.
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /// See another page, after a write.
  record SeeOther(String path) implements Answer {}

  /// The page moved for good.
  record Moved(String path) implements Answer {}

  static Page page(String template, Object page) {
    return new Page(template, page, 200, null);
  }

  /// The form again, with its faults and with what was typed.
  static Page again(String template, Object page) {
    return new Page(template, page, 422, null);
  }

  /// The form again, because somebody else was faster: both versions are shown.
  static Page conflict(String template, Object page) {
    return new Page(template, page, 409, null);
  }

  static SeeOther seeOther(String path) {
    return new SeeOther(path);
  }
}
