package cabildo.studies.openrosa;

import cabildo.web.AddressLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who asks: by the secret in the address, or by Basic or Digest (RFC 7616, MD5, since clients
/// speak no other) after a challenge. Basic is offered and taken over TLS alone.
@Component
class SignIn {
  private static final Duration NONCE_HOLDS = Duration.ofMinutes(10);
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int FAILURES_OF_ONE = 60;
  private static final int FAILURES_OF_ALL = 5_000;
  private static final Pattern PART = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]+))");

  private final KnownCollectors known;
  private final AddressLimits failures;
  private final Clock clock;
  private final SecretKeySpec key;

  SignIn(KnownCollectors known, Clock clock) {
    this.known = known;
    this.clock = clock;
    this.failures = new AddressLimits(clock, WINDOW, FAILURES_OF_ONE, FAILURES_OF_ALL);
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  /// Refuses with `Refused`: a wrong secret is forbidden, not asked for again, since a client would
  /// ask for a password that does not exist.
  Field of(OpenRosaAddress address, HttpServletRequest request) {
    String secret = address.secret();
    Optional<Field> found =
        secret != null ? known.find(new Secret(secret)) : byHeader(address, request);
    if (found.isEmpty() && secret == null && request.getHeader("Authorization") == null) {
      throw new Refused(Refused.Why.SIGN_IN_NEEDED);
    }
    if (found.isEmpty() && !failures.allows(request.getRemoteAddr())) {
      throw new Refused(Refused.Why.TOO_MANY_TRIES);
    }
    Field field =
        found.orElseThrow(() ->
            new Refused(secret == null ? Refused.Why.SIGN_IN_NEEDED : Refused.Why.UNKNOWN_SECRET));
    if (!field.study().slug().equals(address.slug())) {
      throw new Refused(Refused.Why.OTHER_STUDY);
    }
    return field;
  }

  private Optional<Field> byHeader(OpenRosaAddress address, HttpServletRequest request) {
    String header = String.valueOf(request.getHeader("Authorization"));
    if (header.startsWith("Basic ")) {
      return request.isSecure() ? basic(address, header.substring(6)) : Optional.empty();
    }
    if (header.startsWith("Bearer ")) {
      return known.find(new Secret(header.substring(7).strip()));
    }
    return header.startsWith("Digest ") ? digest(address, header, request) : Optional.empty();
  }

  private Optional<Field> basic(OpenRosaAddress address, String encoded) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String userName = pair.substring(0, colon);
    String hash = new Secret(pair.substring(colon + 1)).digestHash(userName);
    return known
        .find(address.slug(), userName)
        .filter(field -> isSame(hash, field.collector().digestHash()));
  }

  private Optional<Field> digest(
      OpenRosaAddress address, String header, HttpServletRequest request) {
    Map<String, String> parts = parts(header);
    String query = request.getQueryString();
    String uri = request.getRequestURI() + (query == null ? "" : "?" + query);
    if (!uri.equals(parts.get("uri")) || !isFresh(parts.getOrDefault("nonce", ""))) {
      return Optional.empty();
    }
    String method = Secret.md5(request.getMethod() + ":" + uri);
    return known
        .find(address.slug(), parts.getOrDefault("username", ""))
        .filter(field ->
            isSame(
                expected(field.collector().digestHash(), parts, method),
                parts.getOrDefault("response", "")));
  }

  private static String expected(String account, Map<String, String> parts, String method) {
    String nonce = account + ":" + parts.get("nonce") + ":";
    return parts.containsKey("qop")
        ? Secret.md5(nonce + parts.get("nc") + ":" + parts.get("cnonce") + ":auth:" + method)
        : Secret.md5(nonce + method);
  }

  private static Map<String, String> parts(String header) {
    Map<String, String> parts = new HashMap<>();
    Matcher matcher = PART.matcher(header);
    while (matcher.find()) {
      @Nullable String quoted = matcher.group(2);
      parts.put(matcher.group(1), quoted == null ? matcher.group(3) : quoted);
    }
    return parts;
  }

  /// The values of `WWW-Authenticate`. A nonce that has grown old is replaced without a question to
  /// the person.
  String[] challenges(HttpServletRequest request) {
    String header = String.valueOf(request.getHeader("Authorization"));
    boolean isStale =
        header.startsWith("Digest ") && !isFresh(parts(header).getOrDefault("nonce", ""));
    String digest =
        "Digest realm=\"%s\", qop=\"auth\", algorithm=MD5, nonce=\"%s\"%s"
            .formatted(Secret.REALM, nonce(clock.millis()), isStale ? ", stale=true" : "");
    return request.isSecure()
        ? new String[] {digest, "Basic realm=\"%s\", charset=\"UTF-8\"".formatted(Secret.REALM)}
        : new String[] {digest};
  }

  /// The moment, and a proof that it is ours.
  private String nonce(long millis) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] proof = mac.doFinal(String.valueOf(millis).getBytes(StandardCharsets.US_ASCII));
      return Long.toHexString(millis) + "." + HexFormat.of().formatHex(proof, 0, 16);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isFresh(String nonce) {
    int dot = nonce.indexOf('.');
    if (dot < 1 || dot > 15 || !nonce.substring(0, dot).matches("[0-9a-f]+")) {
      return false;
    }
    long millis = Long.parseLong(nonce.substring(0, dot), 16);
    long age = clock.millis() - millis;
    return age >= 0 && age <= NONCE_HOLDS.toMillis() && isSame(nonce(millis), nonce);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
