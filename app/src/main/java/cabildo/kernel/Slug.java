package cabildo.kernel;

import java.text.Normalizer;
import java.util.Locale;

/// The readable last word of a path: lower-case ASCII letters, digits and hyphens.
public final class Slug {
  private Slug() {}

  /// `"Acambay de Ruíz"` becomes `"acambay-de-ruiz"`; what leaves nothing becomes `"x"`.
  public static String of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String slug =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "x" : slug.substring(0, Math.min(80, slug.length()));
  }

  public static boolean isSlug(String text) {
    return text.length() <= 120 && text.matches("[a-z0-9]+(-[a-z0-9]+)*");
  }
}
