package cabildo.evidence;

import cabildo.files.Vault;
import cabildo.web.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/// The file of a form. Browsers cannot show a chosen file again, so when another field is wrong the
/// file stays in the vault and the form carries a receipt for it, which is good for the same person
/// until the program stops.
@Component
public class Uploads {
  private static final String FIELD = "file";
  private final Vault vault;
  private final SecretKeySpec key;

  Uploads(Vault vault) {
    this.vault = vault;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  /// A file that has arrived.
  ///
  /// @param receipt its hash and the proof that this person sent it, for the hidden field
  public record Received(String sha256, String fileName, long sizeBytes, String receipt) {}

  /// The file that was just sent, else the one that was sent before; with a fault when it is
  /// refused.
  Optional<Received> read(UUID person, Form form, HttpServletRequest request) {
    var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    MultipartFile file = parts == null ? null : parts.getFile(FIELD);
    return file == null || isBlank(file) ? before(person, form) : keep(person, form, file);
  }

  /// What browsers send when nothing was chosen.
  private static boolean isBlank(MultipartFile file) {
    return file.isEmpty() && String.valueOf(file.getOriginalFilename()).isEmpty();
  }

  private Optional<Received> keep(UUID person, Form form, MultipartFile file) {
    String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    try (InputStream bytes = file.getInputStream()) {
      return switch (vault.keep(name, bytes)) {
        case Vault.Kept(var blob, String fileName) ->
            Optional.of(
                new Received(
                    blob.sha256(),
                    fileName,
                    blob.sizeBytes(),
                    receipt(person, blob.sha256(), fileName)));
        case Vault.Refused(var reason) -> {
          form.refuse(FIELD, reason.key(), reason.args().toArray());
          yield Optional.empty();
        }
      };
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Optional<Received> before(UUID person, Form form) {
    String receipt = form.value("received");
    String fileName = form.value("receivedName");
    if (receipt.isEmpty()) {
      return Optional.empty();
    }
    String sha256 = receipt.substring(0, Math.min(64, receipt.length()));
    boolean isGenuine =
        MessageDigest.isEqual(
            receipt.getBytes(StandardCharsets.UTF_8),
            receipt(person, sha256, fileName).getBytes(StandardCharsets.UTF_8));
    if (!isGenuine) {
      form.refuse(FIELD, "evidence.form.receiptLost");
      return Optional.empty();
    }
    return vault
        .find(sha256)
        .map(blob -> new Received(sha256, fileName, blob.sizeBytes(), receipt));
  }

  private String receipt(UUID person, String sha256, String fileName) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] proof =
          mac.doFinal((person + "\n" + sha256 + "\n" + fileName).getBytes(StandardCharsets.UTF_8));
      return sha256 + HexFormat.of().formatHex(proof);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
