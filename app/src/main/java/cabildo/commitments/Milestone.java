package cabildo.commitments;

import cabildo.kernel.LocalText;
import cabildo.kernel.Period;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A verifiable step with planned dates, people responsible and a means by which it will be shown.
public record Milestone(
    UUID id,
    UUID lineOfActionId,
    int number,
    String slug,
    LocalText title,
    @Nullable LocalText description,
    LocalText meansOfVerification,
    LocalDate plannedStartOn,
    LocalDate plannedEndOn,
    UUID governmentResponsibleId,
    @Nullable UUID civilResponsibleId,
    @Nullable UUID territoryId,
    boolean invented,
    int version) {

  public Period planned() {
    return new Period(plannedStartOn, plannedEndOn);
  }

  public String path() {
    return "/milestones/" + slug;
  }
}
