package cabildo.studies.openrosa;

import cabildo.files.Vault;
import cabildo.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/// What a client posts: the XML, and files. The XML is held in memory, files go to the vault as
/// they come, so that memory does not grow with them; what the vault holds is durable.
final class Upload {
  /// What clients are told that they may send at once, in bytes.
  static final long LARGEST = 100_000_000;

  /// Of the XML alone.
  static final int LARGEST_XML = 4_000_000;

  private static final int MOST_FILES = 500;
  private static final String XML = "xml_submission_file";
  private static final String INCOMPLETE = "*isIncomplete*";

  private final byte[] xml;
  private final List<Vault.Kept> files;
  private final boolean isComplete;

  private Upload(byte[] xml, List<Vault.Kept> files, boolean isComplete) {
    this.xml = xml;
    this.files = files;
    this.isComplete = isComplete;
  }

  /// As it came; one byte more than `LARGEST_XML` when it was longer.
  byte[] xml() {
    return xml;
  }

  /// In the vault already.
  List<Vault.Kept> files() {
    return files;
  }

  /// Whether no further files are announced.
  boolean isComplete() {
    return isComplete;
  }

  /// Refuses with `Refused` what is no such request.
  static Upload read(HttpServletRequest request, Vault vault) throws IOException {
    if (request.getContentLengthLong() > LARGEST) {
      throw new Refused(Refused.Why.TOO_LARGE, request.getContentLengthLong(), LARGEST);
    }
    var parts = new FileUpload();
    parts.setSizeMax(LARGEST);
    try {
      return read(parts.getItemIterator(new ServletRequestContext(request)), vault);
    } catch (FileUploadIOException e) {
      throw e.getCause() instanceof SizeException size ? tooLarge(size) : notMultipart();
    } catch (SizeException e) {
      throw tooLarge(e);
    } catch (FileUploadException
        | org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException _) {
      throw notMultipart();
    }
  }

  private static Refused tooLarge(SizeException e) {
    return new Refused(Refused.Why.TOO_LARGE, e.getActualSize(), LARGEST);
  }

  private static Refused notMultipart() {
    return new Refused(Refused.Why.NOT_MULTIPART);
  }

  private static Upload read(FileItemIterator parts, Vault vault)
      throws IOException, FileUploadException {
    byte[] xml = null;
    List<Vault.Kept> files = new ArrayList<>();
    boolean isComplete = true;
    while (parts.hasNext()) {
      FileItemStream part = parts.next();
      try (InputStream bytes = part.openStream()) {
        if (XML.equals(part.getFieldName())) {
          xml = bytes.readNBytes(LARGEST_XML + 1);
        } else if (INCOMPLETE.equals(part.getFieldName())) {
          isComplete = false;
        } else if (files.size() < MOST_FILES) {
          keep(part, bytes, vault).ifPresent(files::add);
        } else {
          throw new Refused(Refused.Why.TOO_MANY_FILES, MOST_FILES);
        }
      }
    }
    if (xml == null) {
      throw new Refused(Refused.Why.NO_XML);
    }
    return new Upload(xml, files, isComplete);
  }

  /// A file without content is none: the answer that names it will be flagged.
  private static Optional<Vault.Kept> keep(FileItemStream part, InputStream bytes, Vault vault) {
    String name = part.getName() == null ? part.getFieldName() : part.getName();
    return switch (vault.keepAny(name, bytes)) {
      case Vault.Kept kept -> Optional.of(kept);
      case Vault.Refused(Problem reason) when reason.key().equals("files.refused.empty") ->
          Optional.empty();
      case Vault.Refused(Problem.TooLarge _) ->
          throw new Refused(Refused.Why.FILE_TOO_LARGE, name, Vault.LARGEST);
      case Vault.Refused(Problem _) -> throw new Refused(Refused.Why.FILE_REFUSED, name);
    };
  }
}
