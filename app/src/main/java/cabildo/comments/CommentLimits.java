package cabildo.comments;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// How many replies one address, and all together, may send; and what one address has sent before.
/// It is held in memory only: no address is ever written down.
@Component
class CommentLimits {
  static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int OF_ONE_ADDRESS = 5;
  private static final int OF_ALL = 200;

  private final TimeMeter time;
  private final Bucket all;
  private final Cache<String, Bucket> buckets;
  private final Cache<String, Boolean> texts;

  CommentLimits(Clock clock) {
    this.time = new ClockMeter(clock);
    this.all = bucket(OF_ALL);
    this.buckets = memory(WINDOW);
    this.texts = memory(Duration.ofDays(1));
  }

  private <T> Cache<String, T> memory(Duration howLong) {
    return Caffeine.newBuilder()
        .maximumSize(100_000)
        .expireAfterAccess(howLong)
        .ticker(time::currentTimeNanos)
        .build();
  }

  private Bucket bucket(int most) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
        .build();
  }

  boolean mayWrite(String address) {
    return Objects.requireNonNull(buckets.get(address, _ -> bucket(OF_ONE_ADDRESS))).tryConsume(1)
        && all.tryConsume(1);
  }

  boolean hasSent(String address, String text) {
    return texts.getIfPresent(key(address, text)) != null;
  }

  void remember(String address, String text) {
    texts.put(key(address, text), true);
  }

  private static String key(String address, String text) {
    return address + " " + text.strip().replaceAll("\\s+", " ");
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
