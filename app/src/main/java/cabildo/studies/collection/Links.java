package cabildo.studies.collection;

import cabildo.kernel.Problem;
import cabildo.studies.collection.Link.Shut;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds what a code opens.
@Component
class Links {
  private final Invitations invitations;
  private final Sittings sittings;
  private final CitizenSides sides;

  Links(Invitations invitations, Sittings sittings, CitizenSides sides) {
    this.invitations = invitations;
    this.sittings = sittings;
    this.sides = sides;
  }

  /// `NotFound` with a word on what to do, for a code that was mistyped or never existed.
  Link get(String typed) {
    LinkCode code = LinkCode.read(typed).orElseThrow(Links::unknown);
    return find(code).orElseThrow(Links::unknown);
  }

  Optional<Link> find(LinkCode code) {
    return invitations
        .find(code)
        .map(invitation -> invited(code, invitation))
        .or(() -> sittings.find(code).map(sitting -> volunteer(code, sitting)));
  }

  private Link invited(LinkCode code, Invitation invitation) {
    CitizenSide side = sides.of(invitation.componentId());
    Sitting sitting = sittings.ofInvitation(invitation.id()).orElse(null);
    Shut why =
        switch (invitation.standing()) {
          case ANSWERED -> Shut.ANSWERED;
          case WITHDRAWN -> Shut.WITHDRAWN;
          case STARTED, OPEN -> time(side);
        };
    return new Link(code, side, invitation, sitting, why, invitation.answeredAt());
  }

  private Link volunteer(LinkCode code, Sitting sitting) {
    CitizenSide side = sides.of(sitting.componentId());
    Instant sentAt = sitting.sentAt();
    return new Link(code, side, null, sitting, sentAt == null ? time(side) : Shut.ANSWERED, sentAt);
  }

  private @Nullable Shut time(CitizenSide side) {
    if (sides.isClosed(side)) {
      return Shut.CLOSED;
    }
    return sides.isOpen(side) ? null : Shut.NOT_YET;
  }

  private static Problem.Stop unknown() {
    return new Problem.NotFound("studies.collection.answer.unknownCode", List.of()).stop();
  }
}
