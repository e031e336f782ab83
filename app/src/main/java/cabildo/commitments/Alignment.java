package cabildo.commitments;

import cabildo.kernel.LocalText;
import java.util.UUID;

/// How another commitment, of this or another plan, hangs together with one.
///
/// @param kind what the narrower one says of the wider
/// @param isWider whether the other one is the wider of the two
/// @param isReporting whether any milestone of the other has a progress report or a closing
public record Alignment(
    UUID otherId,
    String slug,
    LocalText title,
    LocalText planTitle,
    Kind kind,
    boolean isWider,
    boolean isReporting) {

  public enum Kind {
    DERIVED_FROM,
    CONTRIBUTES_TO
  }

  public String path() {
    return "/commitments/" + slug;
  }

  /// The message that names it from this side, as in `contributes_to.wider`.
  public String key() {
    return "commitments.alignment."
        + kind.name().toLowerCase(java.util.Locale.ROOT)
        + (isWider ? ".wider" : ".narrower");
  }
}
