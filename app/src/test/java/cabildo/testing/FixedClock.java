package cabildo.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that stands still until a test moves it.
public final class FixedClock extends Clock {
  public static final Instant START = Instant.parse("2026-01-15T18:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

  private volatile Instant now = START;

  public void moveTo(Instant instant) {
    now = instant;
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
