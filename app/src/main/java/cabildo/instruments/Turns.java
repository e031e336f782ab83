package cabildo.instruments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The turns of repeats: counted in the answers, and carried from one path to another.
final class Turns {
  /// More turns than a person gives; what a stranger sends beyond is not looked at.
  static final int MOST = 500;

  private final CompiledForm form;
  private final boolean hasRepeats;
  private final Map<String, Integer> counts = new HashMap<>();

  Turns(CompiledForm form, Map<String, String> given) {
    this.form = form;
    this.hasRepeats = form.hasRepeats();
    if (hasRepeats) {
      given.keySet().forEach(this::count);
    }
  }

  private void count(String path) {
    for (int open = path.indexOf('['); open >= 0; open = path.indexOf('[', open + 1)) {
      int close = path.indexOf(']', open);
      if (close < 0 || close - open > 5 || !isDigits(path, open + 1, close)) {
        return;
      }
      int turn = Integer.parseInt(path.substring(open + 1, close));
      counts.merge(path.substring(0, open), Math.min(turn, MOST), Math::max);
    }
  }

  private static boolean isDigits(String text, int from, int to) {
    return from < to && text.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  int given(String groupPath) {
    return counts.getOrDefault(groupPath, 0);
  }

  /// `requests[2]/days` becomes `requests/days`.
  static String plain(String path) {
    if (path.indexOf('[') < 0) {
      return path;
    }
    var plain = new StringBuilder(path.length());
    boolean inside = false;
    for (int i = 0; i < path.length(); i++) {
      char letter = path.charAt(i);
      inside = letter == '[' || (inside && letter != ']');
      if (!inside && letter != ']') {
        plain.append(letter);
      }
    }
    return plain.toString();
  }

  /// The number of the innermost turn; 0 outside repeats.
  static int last(String path) {
    int open = path.lastIndexOf('[');
    int close = path.indexOf(']', Math.max(open, 0));
    return open >= 0 && isDigits(path, open + 1, close)
        ? Integer.parseInt(path.substring(open + 1, close))
        : 0;
  }

  /// A path in the turns of another, as far as they go together; the first turn elsewhere.
  String nearest(String wanted, String from) {
    return hasRepeats ? placed(wanted, from, 0) : wanted;
  }

  /// A path in a turn of the outermost repeat that the two do not share.
  String inTurn(String wanted, String from, int turn) {
    return hasRepeats ? placed(wanted, from, turn) : wanted;
  }

  private String placed(String wanted, String from, int turn) {
    String[] steps = wanted.split("/", -1);
    String[] around = from.split("/", -1);
    var path = new StringBuilder();
    var plain = new StringBuilder();
    boolean together = true;
    for (int i = 0; i < steps.length; i++) {
      plain.append(i == 0 ? "" : "/").append(steps[i]);
      path.append(i == 0 ? "" : "/").append(steps[i]);
      together = together && i < around.length && plain(around[i]).equals(steps[i]);
      if (!isRepeat(plain.toString()) || i == steps.length - 1) {
        continue;
      }
      int shared = together ? last(around[i]) : 0;
      boolean isAsked = turn > 0 && i == lastRepeat(steps);
      path.append('[').append(isAsked ? turn : Math.max(shared, 1)).append(']');
    }
    return path.toString();
  }

  private int lastRepeat(String[] steps) {
    int last = -1;
    var plain = new StringBuilder();
    for (int i = 0; i < steps.length - 1; i++) {
      plain.append(i == 0 ? "" : "/").append(steps[i]);
      if (isRepeat(plain.toString())) {
        last = i;
      }
    }
    return last;
  }

  private boolean isRepeat(String plain) {
    CompiledForm.CompiledGroup group = form.groups().get(plain);
    return group != null && group.group().repeat() != null;
  }

  /// Every place of a path: in the shared turns, and in all turns of other repeats.
  List<String> all(String wanted, String from, Filling filling) {
    if (!hasRepeats) {
      return List.of(wanted);
    }
    String[] steps = wanted.split("/", -1);
    String[] around = from.split("/", -1);
    List<String> places = List.of("");
    boolean together = true;
    var plain = new StringBuilder();
    for (int i = 0; i < steps.length; i++) {
      plain.append(i == 0 ? "" : "/").append(steps[i]);
      together = together && i < around.length && plain(around[i]).equals(steps[i]);
      int shared = together ? last(around[i]) : 0;
      boolean isRepeat = isRepeat(plain.toString());
      List<String> next = new ArrayList<>();
      for (String before : places) {
        String here = before.isEmpty() ? steps[i] : before + "/" + steps[i];
        if (!isRepeat) {
          next.add(here);
        } else if (shared > 0) {
          next.add(here + "[" + shared + "]");
        } else {
          for (int turn = 1; turn <= filling.turns(here); turn++) {
            next.add(here + "[" + turn + "]");
          }
        }
      }
      places = next;
    }
    return places;
  }
}
