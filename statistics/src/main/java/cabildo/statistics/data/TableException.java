package cabildo.statistics.data;

/// A file that cannot be used, with the place and the reason in words for the person who wrote it.
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// A refusal at a line and column of a source.
  public TableException(String source, int line, String column, String reason) {
    super(source + ", line " + line + ", column " + column + ": " + reason);
  }

  /// The same, with what led to it.
  public TableException(String source, int line, String column, String reason, Throwable cause) {
    super(source + ", line " + line + ", column " + column + ": " + reason, cause);
  }
}
