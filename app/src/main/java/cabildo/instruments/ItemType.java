package cabildo.instruments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind of value answers an item. Values are written as an XForm writes them.
public enum ItemType {
  TEXT,
  INTEGER,
  DECIMAL,
  /// A number within `start`, `end` and `step` of the item's parameters.
  RANGE,
  /// `2022-05-31`
  DATE,
  /// `13:45:00.000-06:00`
  TIME,
  DATETIME,
  /// The name of one choice.
  SELECT_ONE,
  /// Names of choices, with a space between.
  SELECT_MULTIPLE,
  /// All names of choices in the order of preference.
  RANK,
  /// `OK`
  ACKNOWLEDGE,
  /// Latitude, longitude, altitude and accuracy, with spaces between.
  GEOPOINT,
  GEOTRACE,
  GEOSHAPE,
  BARCODE,
  /// The name of an attached file.
  IMAGE,
  AUDIO,
  VIDEO,
  FILE,
  /// Shown, never answered.
  NOTE,
  /// Computed from others, never shown.
  CALCULATE,
  HIDDEN,
  /// What the device notes by itself.
  START,
  END,
  TODAY,
  DEVICEID,
  USERNAME,
  PHONENUMBER,
  EMAIL,
  AUDIT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ItemType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }

  public boolean isChoice() {
    return this == SELECT_ONE || this == SELECT_MULTIPLE || this == RANK;
  }

  public boolean isFile() {
    return this == IMAGE || this == AUDIO || this == VIDEO || this == FILE;
  }

  public boolean isMetadata() {
    return compareTo(START) >= 0;
  }

  /// Whether a person answers it.
  public boolean isAsked() {
    return compareTo(NOTE) < 0;
  }
}
