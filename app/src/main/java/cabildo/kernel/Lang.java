package cabildo.kernel;

/// A language by its ISO 639 code, in lower case: `es`, `en`, `maz`.
public record Lang(String code) {
  public static final Lang ES = new Lang("es");
  public static final Lang EN = new Lang("en");

  public Lang {
    boolean isShort = code.length() == 2 || code.length() == 3;
    if (!isShort || !code.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
      throw new IllegalArgumentException("not a language code: " + code);
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
