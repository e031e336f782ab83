package cabildo.instruments.expressions;

/// Why an expression cannot be used: `character 12: …`.
public final class ExpressionFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param at the place in the text, from 0
  public ExpressionFault(int at, String reason) {
    super("character " + (at + 1) + ": " + reason);
  }

  public ExpressionFault(String reason) {
    super(reason);
  }
}
