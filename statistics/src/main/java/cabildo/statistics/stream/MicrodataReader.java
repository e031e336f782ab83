package cabildo.statistics.stream;

import cabildo.statistics.data.TableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/// The parser behind [MicrodataCsv]: bytes of a line go straight to codes, weights and answers.
final class MicrodataReader {
  private static final int IGNORED = -1;
  private static final int STRATUM = -2;
  private static final int PSU = -3;
  private static final int WEIGHT = -4;
  private static final byte SEPARATOR = 0x1F;
  private static final double[] POWERS = powers();

  private final String source;
  private final InputStream in;
  private final MicrodataCsv.Layout layout;
  private final LongConsumer progress;
  private byte[] buffer = new byte[1 << 20];
  private int filled;
  private int next;
  private int line;
  private final LabelCodes strata = new LabelCodes();
  private final LabelCodes psus = new LabelCodes();
  private int[] stratumOfPsu = new int[1024];
  private List<String> header = List.of();

  MicrodataReader(
      String source, InputStream in, MicrodataCsv.Layout layout, LongConsumer progress) {
    this.source = source;
    this.in = in;
    this.layout = layout;
    this.progress = progress;
  }

  private static double[] powers() {
    double[] powers = new double[20];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  MicrodataCsv read() throws IOException {
    int end = lineEnd();
    if (end < 0) {
      throw new TableException(source, 1, "-", "the file is empty; a header line is needed");
    }
    header = names(end);
    int[] roles = roles();
    ColumnarSample.Builder rows = new ColumnarSample.Builder(layout.items().size());
    byte[] answers = new byte[layout.items().size()];
    long read = 0;
    next = end + 1;
    while ((end = lineEnd()) >= 0) {
      int last = end > next && buffer[end - 1] == '\r' ? end - 1 : end;
      if (last > next) {
        if (hasQuote(next, last)) {
          quotedRow(next, last, roles, rows, answers);
        } else {
          row(buffer, next, last, (byte) ',', roles, rows, answers);
        }
        if ((++read & 0xFFFFF) == 0) {
          progress.accept(read);
        }
      }
      next = end + 1;
    }
    progress.accept(read);
    return inStratumOrder(rows.build());
  }

  /// The place of the line feed that ends the next line, or -1 at the end of the file.
  private int lineEnd() throws IOException {
    int scan = next;
    while (true) {
      for (; scan < filled; scan++) {
        if (buffer[scan] == '\n') {
          line++;
          return scan;
        }
      }
      if (next > 0) {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        scan -= next;
        filled -= next;
        next = 0;
      } else if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      int count = filled == buffer.length ? 0 : in.read(buffer, filled, buffer.length - filled);
      if (count < 0) {
        if (filled == next) {
          return -1;
        }
        line++;
        buffer = filled == buffer.length ? Arrays.copyOf(buffer, filled + 1) : buffer;
        buffer[filled] = '\n';
        return filled++;
      }
      filled += count;
    }
  }

  private boolean hasQuote(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '"') {
        return true;
      }
    }
    return false;
  }

  private List<String> names(int end) {
    String first = new String(buffer, next, end - next, StandardCharsets.UTF_8);
    String clean = first.replace("\uFEFF", "").replace("\r", "").replace("\"", "");
    return List.of(clean.split(",", -1));
  }

  private int[] roles() {
    int[] roles = new int[header.size()];
    Arrays.fill(roles, IGNORED);
    roles[place(layout.stratum())] = STRATUM;
    roles[place(layout.psu())] = PSU;
    roles[place(layout.weight())] = WEIGHT;
    for (int item = 0; item < layout.items().size(); item++) {
      roles[place(layout.items().get(item))] = item;
    }
    return roles;
  }

  private int place(String name) {
    int place = header.indexOf(name);
    if (place < 0) {
      throw new TableException(source, 1, name, "there is no such column; the file has " + header);
    }
    return place;
  }

  /// A line with quotes, rewritten with another separator and without them.
  private void quotedRow(
      int from, int to, int[] roles, ColumnarSample.Builder rows, byte[] answers) {
    byte[] plain = new byte[to - from];
    int length = 0;
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      if (buffer[i] == '"') {
        quoted = !quoted;
      } else {
        plain[length++] = buffer[i] == ',' && !quoted ? SEPARATOR : buffer[i];
      }
    }
    row(plain, 0, length, SEPARATOR, roles, rows, answers);
  }

  private void row(
      byte[] bytes,
      int from,
      int to,
      byte separator,
      int[] roles,
      ColumnarSample.Builder rows,
      byte[] answers) {
    int stratum = 0;
    int psu = 0;
    float weight = 0;
    int at = from;
    for (int column = 0; column < roles.length; column++) {
      if (at > to) {
        throw new TableException(source, line, header.get(column), "the line ends too early");
      }
      int role = roles[column];
      int end = at;
      while (end < to && bytes[end] != separator) {
        end++;
      }
      if (role >= 0) {
        answers[role] =
            end == at + 1 && bytes[at] >= '0' && bytes[at] <= '9'
                ? (byte) (bytes[at] - '0')
                : answer(bytes, at, end, column);
      } else if (role == WEIGHT) {
        weight = weight(bytes, at, end, column);
      } else if (role == STRATUM) {
        stratum = strata.code(bytes, at, end);
      } else if (role == PSU) {
        psu = psus.code(bytes, at, end);
      }
      at = end + 1;
    }
    if (at <= to) {
      throw new TableException(
          source, line, header.getLast(), "the line has more cells than the header");
    }
    int unit = psus.join(psu, stratum);
    if (unit >= stratumOfPsu.length) {
      stratumOfPsu = Arrays.copyOf(stratumOfPsu, unit * 2);
    }
    stratumOfPsu[unit] = stratum;
    rows.add(unit, 0, weight, answers, 0);
  }

  private byte answer(byte[] bytes, int from, int to, int column) {
    if (from == to) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      value = value * 10 + digit;
      if (digit < 0 || digit > 9 || value > 127) {
        throw refuse(bytes, from, to, column, "is not a whole number from 0 to 127, or empty");
      }
    }
    return (byte) value;
  }

  private float weight(byte[] bytes, int from, int to, int column) {
    if (from == to) {
      throw refuse(bytes, from, to, column, "is empty, but every row needs a weight");
    }
    long digits = 0;
    int decimals = -1;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9 && digits < 100_000_000_000_000_000L) {
        digits = digits * 10 + digit;
        decimals += decimals >= 0 ? 1 : 0;
      } else if (bytes[i] == '.' && decimals < 0) {
        decimals = 0;
      } else {
        return slowWeight(bytes, from, to, column);
      }
    }
    return (float) (decimals <= 0 ? digits : digits / POWERS[decimals]);
  }

  private float slowWeight(byte[] bytes, int from, int to, int column) {
    try {
      float value = Float.parseFloat(text(bytes, from, to));
      if (value >= 0 && !Float.isInfinite(value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      String reason = "'" + text(bytes, from, to) + "' is not a weight";
      throw new TableException(source, line, header.get(column), reason, notANumber);
    }
    throw refuse(bytes, from, to, column, "is not a weight of at least 0");
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private TableException refuse(byte[] bytes, int from, int to, int column, String reason) {
    String what = "'" + text(bytes, from, to) + "' " + reason;
    return new TableException(source, line, header.get(column), what);
  }

  /// Numbers units so that those of a stratum are neighbours.
  private MicrodataCsv inStratumOrder(ColumnarSample sample) {
    int units = psus.joined();
    int[] following = new int[strata.size() + 1];
    for (int unit = 0; unit < units; unit++) {
      following[stratumOfPsu[unit] + 1]++;
    }
    for (int h = 0; h < strata.size(); h++) {
      following[h + 1] += following[h];
    }
    int[] renumbered = new int[units];
    int[] ordered = new int[units];
    for (int unit = 0; unit < units; unit++) {
      renumbered[unit] = following[stratumOfPsu[unit]]++;
      ordered[renumbered[unit]] = stratumOfPsu[unit];
    }
    for (int row = 0; row < sample.rows(); row++) {
      sample.psu()[row] = renumbered[sample.psu()[row]];
    }
    return new MicrodataCsv(
        sample, Units.of(ordered, strata.size()), strata.names(), new ArrayList<>(layout.items()));
  }
}
