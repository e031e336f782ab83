package cabildo.studies.openrosa;

import cabildo.db.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;

/// The text of the QR code by which ODK Collect sets itself up: JSON, compressed with zlib, in base
/// 64.
///
/// Source: <https://docs.getodk.org/collect-import-export/>.
final class CollectSettings {
  private CollectSettings() {}

  /// @param address with the secret in it
  /// @param name of the project on the phone
  static String of(String address, String name) {
    var settings = Json.mapper().createObjectNode();
    settings
        .putObject("general")
        .put("server_url", address)
        .put("form_update_mode", "match_exactly")
        .put("autosend", "wifi_and_cellular");
    settings.putObject("admin");
    settings.putObject("project").put("name", name).put("icon", "C");
    return packed(Json.write(settings).getBytes(StandardCharsets.UTF_8));
  }

  private static String packed(byte[] plain) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] bytes = new byte[plain.length + 100];
      int length = deflater.deflate(bytes);
      return Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes, length));
    }
  }
}
