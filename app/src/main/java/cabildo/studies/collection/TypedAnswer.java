package cabildo.studies.collection;

import cabildo.instruments.Choice;
import cabildo.instruments.Item;
import cabildo.web.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what was typed into a value as an XForm writes it, and back. What cannot be turned stays
/// as it was typed, with a fault beside it: nothing is lost.
final class TypedAnswer {
  static final int LONGEST_TEXT = 10_000;
  private static final String KEY = "studies.collection.answer.";
  private static final DateTimeFormatter XFORM_TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSXXX");
  private static final DateTimeFormatter XFORM_DATETIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
  private static final Pattern MEXICAN_DAY =
      Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");

  private final Form form;
  private final ZoneId zone;

  TypedAnswer(Form form, ZoneId zone) {
    this.form = form;
    this.zone = zone;
  }

  /// The value; empty when nothing was typed. A fault is left in the form under the path.
  ///
  /// @param choices from which may be chosen now
  String read(String path, Item item, List<Choice> choices) {
    String typed = form.value(path).strip();
    return switch (item.type()) {
      case TEXT, BARCODE -> form.optionalText(path, LONGEST_TEXT).orElse("");
      case INTEGER -> typed.isEmpty() ? "" : whole(path, typed);
      case DECIMAL, RANGE -> typed.isEmpty() ? "" : decimal(path, typed);
      case DATE -> typed.isEmpty() ? "" : date(path, typed);
      case TIME -> typed.isEmpty() ? "" : time(path, typed);
      case DATETIME -> typed.isEmpty() ? "" : datetime(path, typed);
      case SELECT_ONE -> typed.isEmpty() ? "" : one(path, typed, choices);
      case SELECT_MULTIPLE -> many(path, choices);
      case RANK -> rank(path, choices);
      case ACKNOWLEDGE -> typed.isEmpty() ? "" : "OK";
      case GEOPOINT -> typed.isEmpty() ? "" : points(path, typed, 1);
      case GEOTRACE -> typed.isEmpty() ? "" : points(path, typed, 2);
      case GEOSHAPE -> typed.isEmpty() ? "" : points(path, typed, 4);
      case IMAGE,
          AUDIO,
          VIDEO,
          FILE,
          NOTE,
          CALCULATE,
          HIDDEN,
          START,
          END,
          TODAY,
          DEVICEID,
          USERNAME,
          PHONENUMBER,
          EMAIL,
          AUDIT ->
          "";
    };
  }

  private String refuse(String path, String key, String typed) {
    form.refuse(path, KEY + key);
    return typed.substring(0, Math.min(typed.length(), LONGEST_TEXT));
  }

  private String whole(String path, String typed) {
    String plain = typed.replaceAll("[\\s,]", "");
    return plain.matches("[-+]?\\d{1,9}")
        ? String.valueOf(Integer.parseInt(plain))
        : refuse(path, "notWhole", typed);
  }

  /// `1,234.5` as in Mexico; `3,5` is taken for what it can only be.
  private String decimal(String path, String typed) {
    String plain = typed.replaceAll("\\s", "");
    if (plain.matches("[-+]?\\d{1,3}(,\\d{3})+([.]\\d+)?")) {
      plain = plain.replace(",", "");
    } else if (plain.matches("[-+]?\\d+,\\d{1,2}")) {
      plain = plain.replace(',', '.');
    }
    return plain.matches("[-+]?(\\d{1,15}([.]\\d{0,15})?|[.]\\d{1,15})")
        ? new java.math.BigDecimal(plain).toPlainString()
        : refuse(path, "notANumber", typed);
  }

  private String date(String path, String typed) {
    Matcher mexican = MEXICAN_DAY.matcher(typed);
    try {
      LocalDate date =
          mexican.matches()
              ? LocalDate.of(number(mexican, 3), number(mexican, 2), number(mexican, 1))
              : LocalDate.parse(typed);
      return date.getYear() < 1 || date.getYear() > 9999
          ? refuse(path, "notADate", typed)
          : date.toString();
    } catch (DateTimeException _) {
      return refuse(path, "notADate", typed);
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private String time(String path, String typed) {
    try {
      LocalTime time = LocalTime.parse(typed);
      LocalDateTime anyDay = LocalDate.of(2024, 1, 1).atTime(time);
      return XFORM_TIME.format(anyDay.atZone(zone));
    } catch (DateTimeException _) {
      return refuse(path, "notATime", typed);
    }
  }

  private String datetime(String path, String typed) {
    try {
      return XFORM_DATETIME.format(LocalDateTime.parse(typed.replace(' ', 'T')).atZone(zone));
    } catch (DateTimeException _) {
      return refuse(path, "notAMoment", typed);
    }
  }

  private String one(String path, String typed, List<Choice> choices) {
    return choices.stream().anyMatch(choice -> choice.name().equals(typed))
        ? typed
        : refuse(path, "notAChoice", "");
  }

  /// In the order of the list, whatever the order of the boxes.
  private String many(String path, List<Choice> choices) {
    List<String> chosen =
        choices.stream().map(Choice::name).filter(name -> form.chose(path, name)).toList();
    return String.join(" ", chosen);
  }

  /// Each choice has a field of its own, `path.name`, with its place.
  private String rank(String path, List<Choice> choices) {
    Map<Integer, String> places = new TreeMap<>();
    int given = 0;
    for (Choice choice : choices) {
      String place = form.value(rankField(path, choice)).strip();
      if (place.matches("\\d{1,4}")) {
        given++;
        places.put(Integer.parseInt(place), choice.name());
      }
    }
    if (given > 0 && (places.size() < choices.size() || given < choices.size())) {
      form.refuse(path, KEY + "rankIncomplete", choices.size());
    }
    return String.join(" ", places.values());
  }

  static String rankField(String path, Choice choice) {
    return path + "." + choice.name();
  }

  /// One point on each line, latitude and longitude in degrees.
  private String points(String path, String typed, int least) {
    List<String> points = new ArrayList<>();
    for (String line : typed.split("[\n;]+", -1)) {
      if (!line.isBlank()) {
        Optional<String> point = point(line.strip());
        if (point.isEmpty()) {
          return refuse(path, least == 1 ? "notAPoint" : "notPoints", typed);
        }
        points.add(point.get());
      }
    }
    boolean isOne = least == 1 && points.size() == 1;
    return isOne || (least > 1 && points.size() >= least)
        ? String.join("; ", points)
        : refuse(path, least == 1 ? "notAPoint" : "notPoints", typed);
  }

  private static Optional<String> point(String typed) {
    String[] parts = typed.split("[,\\s]+", -1);
    String number = "-?\\d{1,3}([.]\\d{1,12})?";
    if (parts.length < 2
        || parts.length > 4
        || !Arrays.stream(parts).allMatch(part -> part.matches("-?\\d{1,6}([.]\\d{1,12})?"))
        || !parts[0].matches(number)
        || !parts[1].matches(number)
        || Math.abs(Double.parseDouble(parts[0])) > 90
        || Math.abs(Double.parseDouble(parts[1])) > 180) {
      return Optional.empty();
    }
    String altitude = parts.length > 2 ? parts[2] : "0";
    String accuracy = parts.length > 3 ? parts[3] : "0";
    return Optional.of(parts[0] + " " + parts[1] + " " + altitude + " " + accuracy);
  }

  /// A kept value as its field shows it.
  static String typed(Item item, String value) {
    return switch (item.type()) {
      case TIME -> value.matches("\\d\\d:\\d\\d:.*") ? value.substring(0, 5) : value;
      case DATETIME ->
          value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:.*") ? value.substring(0, 16) : value;
      case GEOPOINT, GEOTRACE, GEOSHAPE ->
          Arrays.stream(value.split(";\\s*", -1))
              .map(point -> point.replaceFirst("^(\\S+) (\\S+)( .*)?$", "$1, $2"))
              .collect(java.util.stream.Collectors.joining("\n"));
      default -> value;
    };
  }
}
