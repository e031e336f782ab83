package cabildo.commitments;

import cabildo.kernel.LocalText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A strand of a commitment that groups the milestones which seek the same result.
public record LineOfAction(
    UUID id,
    UUID commitmentId,
    int number,
    String slug,
    LocalText title,
    @Nullable LocalText description,
    boolean invented) {

  public String path() {
    return "/lines-of-action/" + slug;
  }
}
