package cabildo.commitments;

import cabildo.kernel.LocalText;
import java.util.List;
import java.util.UUID;

/// What higher floors have published about a commitment. A bean of the capability that publishes;
/// its things are parts of the commitment, so that the page grows old when one is added.
public interface WrittenAbout {

  /// @param note stands under the title
  record Writing(String path, LocalText title, LocalText note, boolean invented) {}

  List<Writing> of(UUID commitmentId);
}
