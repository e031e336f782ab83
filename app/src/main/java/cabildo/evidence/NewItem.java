package cabildo.evidence;

import cabildo.evidence.EvidenceItem.Licence;
import cabildo.kernel.LocalText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An item of evidence before it is in the record.
public record NewItem(
    LocalText title,
    LocalText proves,
    @Nullable String author,
    @Nullable LocalDate factOn,
    Licence licence,
    boolean hasPersonalData,
    Source source,
    boolean invented) {

  public sealed interface Source {}

  /// A file that the vault has kept.
  public record StoredFile(String sha256, String fileName) implements Source {}

  public record Link(String url) implements Source {
    public Link {
      if (!isAddress(url)) {
        throw new IllegalArgumentException("not a web address: " + url);
      }
    }

    /// Whether it is a whole http or https address with a host and without a password.
    static boolean isAddress(String text) {
      try {
        URI uri = new URI(text);
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
            && uri.getHost() != null
            && uri.getRawUserInfo() == null
            && text.length() <= 2000;
      } catch (URISyntaxException _) {
        return false;
      }
    }
  }
}
