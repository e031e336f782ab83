package cabildo.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// How often one address, and all together, may do a thing within a window of time. It is held in
/// memory only: no address is ever written down.
public final class AddressLimits {
  private static final int MOST_ADDRESSES = 100_000;

  private final TimeMeter time;
  private final Duration window;
  private final int ofOne;
  private final Bucket all;
  private final Cache<String, Bucket> buckets;

  public AddressLimits(Clock clock, Duration window, int ofOne, int ofAll) {
    this.time = new ClockMeter(clock);
    this.window = window;
    this.ofOne = ofOne;
    this.all = bucket(ofAll);
    this.buckets = remembering(window);
  }

  /// Counts this time too, when it may.
  public boolean allows(String address) {
    return Objects.requireNonNull(buckets.get(address, _ -> bucket(ofOne))).tryConsume(1)
        && all.tryConsume(1);
  }

  /// Something else to remember by address, for as long as this.
  public <T> Cache<String, T> remembering(Duration howLong) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_ADDRESSES)
        .expireAfterAccess(howLong)
        .ticker(time::currentTimeNanos)
        .build();
  }

  private Bucket bucket(int most) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, window))
        .build();
  }

  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
