package cabildo.studies.openrosa;

import java.util.Locale;

/// A request that cannot be answered as it wishes. Its sentence is told in the phone's language.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Why why;
  private final transient Object[] args;

  enum Why {
    NO_SUCH_PLACE(404),
    NO_VERSION(400),
    WRONG_METHOD(405),
    UNKNOWN_SECRET(403),
    OTHER_STUDY(403),
    SIGN_IN_NEEDED(401),
    TOO_MANY_TRIES(429),
    NOT_MULTIPART(400),
    NO_XML(400),
    TOO_LARGE(413),
    TOO_MANY_FILES(413),
    FILE_TOO_LARGE(413),
    FILE_REFUSED(400),
    NOT_XML(400),
    DOCUMENT_TYPE(400),
    TOO_DEEP(400),
    TOO_MANY_ELEMENTS(400),
    NO_FORM_ID(400),
    TWICE(400),
    UNKNOWN_FORM(404),
    UNKNOWN_VERSION(404),
    NO_INSTANCE_ID(400),
    NOT_OPEN(403),
    CLOSED(403),
    NO_UNIT(400),
    NO_CONSENT(400),
    OUTSIDE(400),
    CONFLICT(409),
    ANSWERED_ALREADY(409),
    NOTHING_TO_REPLACE(404),
    NOT_THE_NEWEST(409);

    private final int status;

    Why(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "studies.openrosa.refused." + code();
    }
  }

  Refused(Why why, Object... args) {
    super(why.code(), null, false, false);
    this.why = why;
    this.args = args;
  }

  Why why() {
    return why;
  }

  Object[] args() {
    return args;
  }
}
