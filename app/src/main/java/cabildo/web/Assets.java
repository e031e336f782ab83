package cabildo.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The stylesheet, the fonts and the script, under a path that holds the hash of them all: browsers
/// may keep them for good.
@Component
public class Assets {
  private static final String FOLDER = "static/";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "woff2", "font/woff2",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain; charset=utf-8");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final String version;
  private final boolean isDemonstration;

  public Assets(@Value("${cabildo.demo:false}") boolean isDemonstration) {
    this.isDemonstration = isDemonstration;
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Resource file : resolver.getResources("classpath:static/**/*.*")) {
        String url = file.getURL().toString();
        files.put(
            url.substring(url.lastIndexOf(FOLDER) + FOLDER.length()), file.getContentAsByteArray());
      }
      files.values().forEach(digest::update);
      version = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The address of a file, as in `path("cabildo.css")`.
  public String path(String file) {
    return "/static/" + version + "/" + file;
  }

  /// Whether every page says that this is the demonstration world.
  public boolean isDemonstration() {
    return isDemonstration;
  }

  public Map<String, byte[]> files() {
    return files;
  }

  public static String mediaType(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
