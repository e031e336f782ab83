package cabildo.commitments;

import cabildo.kernel.LocalText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organisation that carries a commitment.
public record Responsible(
    UUID organisationId, String slug, LocalText name, @Nullable String acronym, Part part) {

  public enum Part {
    LEAD,
    SUPPORT
  }

  public boolean isLead() {
    return part == Part.LEAD;
  }

  public String path() {
    return "/organisations/" + slug;
  }
}
