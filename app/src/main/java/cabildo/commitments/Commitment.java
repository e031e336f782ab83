package cabildo.commitments;

import cabildo.kernel.LocalText;
import cabildo.kernel.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A public promise of reform within an action plan.
///
/// @param code OGP's identifier, as in `MXMEX0009`; some commitments never got one
/// @param number its place in the plan
/// @param kind absent when the plan does not say how it came about
/// @param ogpValues codes as in `access_to_information`
public record Commitment(
    UUID id,
    UUID planId,
    @Nullable String code,
    int number,
    String slug,
    LocalText title,
    LocalText action,
    @Nullable LocalText problem,
    @Nullable LocalText statusQuo,
    @Nullable LocalText objective,
    @Nullable Kind kind,
    LocalDate startsOn,
    LocalDate endsOn,
    List<String> ogpValues,
    boolean invented,
    int version) {

  /// How it came about: agreed with people outside government, or by an institution alone.
  public enum Kind {
    CO_CREATED,
    PROACTIVE
  }

  public Period period() {
    return new Period(startsOn, endsOn);
  }

  public String path() {
    return "/commitments/" + slug;
  }
}
