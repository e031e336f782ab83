package cabildo.instruments.expressions;

import java.time.OffsetDateTime;
import java.util.List;

/// What an expression may ask while it is evaluated. Paths are those that the parser's resolver
/// gave; an answer that is missing or not relevant is an empty text.
public interface Scope {
  /// The answer that `.` stands for.
  String self();

  /// The answer at a path, of the same turn of a repeat where both lie in it.
  String value(String path);

  /// All answers at a path, one for each turn of the repeats around it that are not shared.
  List<String> values(String path);

  /// The answer at a path in a numbered turn, counted from 1, of the repeat around it.
  String valueInTurn(String path, int turn);

  /// The number of the turn in which the expression stands, from 1; 0 outside repeats.
  int position();

  /// What a choice is called in the reader's language.
  String choiceName(String path, String value);

  OffsetDateTime now();
}
