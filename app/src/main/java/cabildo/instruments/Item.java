package cabildo.instruments;

import cabildo.kernel.LocalText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that is asked, shown, noted or computed.
///
/// @param label what is asked; absent for what is not shown
/// @param hint a help that is always shown
/// @param guidance a longer help for who asks others, shown on demand
/// @param choices the name of its list; of choices only
/// @param choiceFilter an expression over the columns of the list's choices
/// @param required an expression, mostly `true()`; absent = may be left out
/// @param constraint an expression in which `.` is the answer
/// @param calculation an expression
/// @param parameters of the type, as `start`, `end`, `step`, `max-pixels`
/// @param media kind to file name
/// @param use what the answer is used for beyond itself: `cell` (a class for weighting, as sex or
///   age group), `territory` (names the municipality by its official code), `consent` (asking goes
///   on only with `yes`); absent for most
public record Item(
    String name,
    ItemType type,
    @Nullable LocalText label,
    @Nullable LocalText hint,
    @Nullable LocalText guidance,
    @Nullable String choices,
    @Nullable String choiceFilter,
    @Nullable String relevant,
    @Nullable String required,
    @Nullable LocalText requiredMessage,
    @Nullable String constraint,
    @Nullable LocalText constraintMessage,
    @Nullable String calculation,
    @Nullable String defaultValue,
    boolean readOnly,
    @Nullable String appearance,
    Map<String, String> parameters,
    Map<String, String> media,
    @Nullable String use)
    implements Node {

  public Item {
    parameters = Map.copyOf(parameters);
    media = Map.copyOf(media);
  }
}
