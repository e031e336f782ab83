package cabildo.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The types of file that the vault accepts.
public enum FileType {
  PDF("application/pdf", Family.EXACT, "pdf"),
  PNG("image/png", Family.EXACT, "png"),
  JPEG("image/jpeg", Family.EXACT, "jpg jpeg"),
  WEBP("image/webp", Family.EXACT, "webp"),
  TXT("text/plain", Family.TEXT, "txt"),
  CSV("text/csv", Family.TEXT, "csv"),
  JSON("application/json", Family.TEXT, "json"),
  GEOJSON("application/geo+json", Family.TEXT, "geojson"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      Family.CONTAINER,
      "docx"),
  XLSX(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      Family.CONTAINER,
      "xlsx"),
  PPTX(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      Family.CONTAINER,
      "pptx"),
  ODT("application/vnd.oasis.opendocument.text", Family.CONTAINER, "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", Family.CONTAINER, "ods"),
  ODP("application/vnd.oasis.opendocument.presentation", Family.CONTAINER, "odp");

  /// How the bytes tell the type: by their own mark, as plain text, or by what a zip file holds.
  enum Family {
    EXACT,
    TEXT,
    CONTAINER
  }

  private final String mediaType;
  private final Family family;

  /// Divided by spaces; the first is the usual one.
  private final String endings;

  FileType(String mediaType, Family family, String endings) {
    this.mediaType = mediaType;
    this.family = family;
    this.endings = endings;
  }

  public String mediaType() {
    return mediaType;
  }

  private List<String> endings() {
    return List.of(endings.split(" ", -1));
  }

  Family family() {
    return family;
  }

  /// The word in message keys, as in `files.type.pdf`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether a browser may show it in place: no type here that can hold a script which it would
  /// run.
  public boolean isShownInPlace() {
    return switch (this) {
      case PDF, PNG, JPEG, WEBP, TXT -> true;
      case CSV, JSON, GEOJSON, DOCX, XLSX, PPTX, ODT, ODS, ODP -> false;
    };
  }

  public static Optional<FileType> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  static Optional<FileType> ofEnding(String ending) {
    return Arrays.stream(values()).filter(type -> type.endings().contains(ending)).findFirst();
  }

  /// As people read it and as the `accept` attribute takes it: `.pdf, .png, …`.
  public static String accepted() {
    return Arrays.stream(values())
        .flatMap(type -> type.endings().stream())
        .map(ending -> "." + ending)
        .collect(Collectors.joining(", "));
  }
}
