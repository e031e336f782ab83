package cabildo.accounts;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id, a few at a time: each hash takes 16 MB, and strangers must not decide how much memory
/// the program takes. The same letters typed on another keyboard are the same password (NFKC).
@Component
class Passwords implements PasswordEncoder {
  private final PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    turns.acquireUninterruptibly();
    try {
      return argon2.encode(normal(password));
    } finally {
      turns.release();
    }
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    turns.acquireUninterruptibly();
    try {
      return argon2.matches(normal(password), hash);
    } finally {
      turns.release();
    }
  }

  @Override
  public boolean upgradeEncoding(@Nullable String hash) {
    return argon2.upgradeEncoding(hash);
  }

  private static @Nullable String normal(@Nullable CharSequence password) {
    return password == null ? null : Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
