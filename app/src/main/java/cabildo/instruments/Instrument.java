package cabildo.instruments;

import cabildo.kernel.LocalText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A named set of questions and rules that lives on in numbered versions.
///
/// @param source where it comes from, when it is not the house's own
public record Instrument(
    UUID id,
    String slug,
    LocalText name,
    @Nullable LocalText purpose,
    @Nullable String source,
    boolean invented) {

  public String path() {
    return "/instruments/" + slug;
  }
}
