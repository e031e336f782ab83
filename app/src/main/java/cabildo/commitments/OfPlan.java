package cabildo.commitments;

import cabildo.kernel.LocalText;
import java.util.UUID;

/// The plan of a commitment, as far as a link to it needs.
public record OfPlan(UUID id, String slug, LocalText title) {
  public String path() {
    return "/plans/" + slug;
  }
}
