package cabildo.instruments.scoring;

import cabildo.kernel.LocalText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that is scored: a measure and what is known about it.
///
/// @param label absent where the item's own words serve
/// @param effects of absences that enter otherwise than the instrument says in general
/// @param perspective who sees it: `institution`, `reviewer`, `simulated`, `citizen`
/// @param mirrors the item that sees the same from another side: its instrument's slug, then its
///   path
/// @param norm the legal ground
/// @param needsEvidence whether an answer without evidence is none
public record Rule(
    String name,
    Measure measure,
    @Nullable LocalText label,
    Map<Absence, Absence.Effect> effects,
    @Nullable String perspective,
    @Nullable String mirrors,
    @Nullable LocalText norm,
    boolean needsEvidence) {

  public Rule {
    effects = Map.copyOf(effects);
  }
}
