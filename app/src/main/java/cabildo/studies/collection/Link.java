package cabildo.studies.collection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a code opens: the form of one study, for one person.
///
/// @param invitation absent for volunteers
/// @param sitting absent before the form was begun
/// @param why the form is shut, or absent when it can be filled in
/// @param answeredAt when an answer was received for it
public record Link(
    LinkCode code,
    CitizenSide side,
    @Nullable Invitation invitation,
    @Nullable Sitting sitting,
    @Nullable Shut why,
    @Nullable Instant answeredAt) {

  /// Why a form cannot be filled in.
  public enum Shut {
    ANSWERED,
    WITHDRAWN,
    NOT_YET,
    CLOSED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public boolean isVolunteer() {
    return invitation == null;
  }

  /// Whether there are answers to go on with.
  public boolean isBegun() {
    return sitting != null && sitting.erasedAt() == null;
  }

  /// Without the language.
  public String path() {
    return "/answers/" + code.text();
  }

  /// The form that was begun; to be asked when it was.
  Sitting begun() {
    return java.util.Objects.requireNonNull(sitting);
  }
}
