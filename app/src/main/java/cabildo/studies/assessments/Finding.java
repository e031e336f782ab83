package cabildo.studies.assessments;

import cabildo.instruments.PlacedItem;
import org.jspecify.annotations.Nullable;

/// One item from both sides, with the objection to it.
public record Finding(
    PlacedItem item,
    @Nullable GivenAnswer institution,
    @Nullable GivenAnswer validator,
    @Nullable Objection objection) {

  /// What counts before the institution has replied: the validator's word.
  public Said preliminary() {
    return validator == null ? Said.NOTHING : validator.said();
  }

  public Said declared() {
    return institution == null ? Said.NOTHING : institution.said();
  }

  /// What counts in the end. An objection that waits changes nothing.
  public Said last() {
    if (objection == null || objection.outcome() == null) {
      return preliminary();
    }
    return switch (objection.outcome()) {
      case GRANTED -> declared();
      case REFUSED -> preliminary();
      case PARTLY -> Said.value(String.valueOf(objection.value()));
    };
  }

  public boolean contradicts() {
    return !declared().agrees(preliminary());
  }

  public boolean isChanged() {
    return !last().agrees(preliminary());
  }
}
