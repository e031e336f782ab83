package cabildo.statistics.smallarea;

/// What a model estimate may be called; never conclusive.
public enum AreaLabel {
  /// Sampled, γ ≥ 0.2, diagnostics pass, half-width ≤ 1.75 e.
  MODEL_INDICATIVE,
  /// Everything else.
  MODEL_SYNTHETIC;

  /// The label of one area.
  ///
  /// @param sampled whether anyone was interviewed there
  /// @param halfWidth of its interval, as a proportion
  /// @param plannedMargin e of its kind of domain
  public static AreaLabel of(
      boolean sampled,
      double gamma,
      boolean diagnosticsPass,
      double halfWidth,
      double plannedMargin) {
    boolean indicative =
        sampled && gamma >= 0.2 && diagnosticsPass && halfWidth <= 1.75 * plannedMargin;
    return indicative ? MODEL_INDICATIVE : MODEL_SYNTHETIC;
  }
}
