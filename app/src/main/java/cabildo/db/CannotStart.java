package cabildo.db;

/// Something outside the program keeps it from starting. The message is one sentence for the person
/// at the keyboard: what is wrong and what to do. Shown without a stack trace.
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotStart(String sentence) {
    super(sentence);
  }

  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
