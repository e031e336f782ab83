package cabildo.studies;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The text of a file whose encoding nobody says: by its mark (UTF-8, UTF-16), by the zeros of
/// UTF-16 without mark, as UTF-8 when it is good UTF-8, and else as Windows-1252, which is what
/// Excel in Mexico saves.
///
/// @param encoding as it is shown to people
public record DecodedText(String text, String encoding) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /// Empty for what is no text in any of them.
  public static Optional<DecodedText> of(byte[] bytes) {
    Optional<DecodedText> read = read(bytes);
    return read.filter(text -> text.text().indexOf('\0') < 0);
  }

  private static Optional<DecodedText> read(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(bytes, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decode(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decode(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (bytes.length > 1 && bytes[0] != 0 && bytes[1] == 0) {
      return decode(bytes, 0, StandardCharsets.UTF_16LE);
    }
    if (bytes.length > 1 && bytes[0] == 0 && bytes[1] != 0) {
      return decode(bytes, 0, StandardCharsets.UTF_16BE);
    }
    return decode(bytes, 0, StandardCharsets.UTF_8).or(() -> decode(bytes, 0, WINDOWS));
  }

  private static Optional<DecodedText> decode(byte[] bytes, int from, Charset charset) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString();
      return Optional.of(new DecodedText(text, charset.displayName(java.util.Locale.ROOT)));
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
