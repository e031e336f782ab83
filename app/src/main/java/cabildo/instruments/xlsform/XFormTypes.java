package cabildo.instruments.xlsform;

import cabildo.instruments.Item;
import cabildo.instruments.ItemType;
import org.jspecify.annotations.Nullable;

/// The types of an XForm's binds, and what clients fill in by themselves.
final class XFormTypes {
  private XFormTypes() {}

  static String of(Item item) {
    return switch (item.type()) {
      case INTEGER -> "int";
      case DECIMAL -> "decimal";
      case RANGE -> isWhole(item) ? "int" : "decimal";
      case DATE, TODAY -> "date";
      case TIME -> "time";
      case DATETIME, START, END -> "dateTime";
      case RANK -> "odk:rank";
      case GEOPOINT -> "geopoint";
      case GEOTRACE -> "geotrace";
      case GEOSHAPE -> "geoshape";
      case BARCODE -> "barcode";
      case IMAGE, AUDIO, VIDEO, FILE, AUDIT -> "binary";
      default -> "string";
    };
  }

  private static boolean isWhole(Item item) {
    return item.parameters().values().stream().noneMatch(value -> value.contains("."));
  }

  static @Nullable String preload(ItemType type) {
    return switch (type) {
      case START, END -> "timestamp";
      case TODAY -> "date";
      case DEVICEID, USERNAME, PHONENUMBER, EMAIL -> "property";
      default -> null;
    };
  }
}
