package cabildo.instruments;

import cabildo.instruments.expressions.Scope;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// Where an expression stands while it is evaluated: at an item or group, in its turns, and for a
/// choice filter beside one choice.
///
/// @param columns of the choice; empty elsewhere
record Place(Filling filling, String path, Map<String, String> columns) implements Scope {

  @Override
  public String self() {
    return filling.value(path);
  }

  @Override
  public String value(String wanted) {
    if (wanted.startsWith(References.COLUMN)) {
      return columns.getOrDefault(wanted.substring(1), "");
    }
    return filling.value(filling.turns().nearest(wanted, path));
  }

  @Override
  public List<String> values(String wanted) {
    return filling.turns().all(wanted, path, filling).stream().map(filling::value).toList();
  }

  @Override
  public String valueInTurn(String wanted, int turn) {
    return filling.value(filling.turns().inTurn(wanted, path, turn));
  }

  @Override
  public int position() {
    return Turns.last(path);
  }

  @Override
  public String choiceName(String wanted, String value) {
    return filling.choiceName(wanted, value);
  }

  @Override
  public OffsetDateTime now() {
    return filling.now();
  }
}
