package cabildo.comments;

import cabildo.web.AddressLimits;
import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How many replies one address, and all together, may send; and what one address has sent before.
@Component
class CommentLimits {
  static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int OF_ONE_ADDRESS = 5;
  private static final int OF_ALL = 200;

  private final AddressLimits limits;
  private final Cache<String, Boolean> texts;

  CommentLimits(Clock clock) {
    this.limits = new AddressLimits(clock, WINDOW, OF_ONE_ADDRESS, OF_ALL);
    this.texts = limits.remembering(Duration.ofDays(1));
  }

  boolean mayWrite(String address) {
    return limits.allows(address);
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
}
