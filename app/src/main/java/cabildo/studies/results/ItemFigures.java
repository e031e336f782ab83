package cabildo.studies.results;

import cabildo.kernel.LocalText;
import cabildo.statistics.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The figures of one item for the whole territory.
///
/// @param number counts from 1, in the order of the questionnaire
/// @param path of the item; of a multiple choice with the choice after it
/// @param base respondents who gave an answer, states apart
/// @param states respondents who said a state instead, as that they do not know
/// @param verdict the worst of its figures; absent for volunteers
/// @param isOfAll whether nearly everybody was asked
public record ItemFigures(
    int number,
    String path,
    LocalText label,
    List<Figure> figures,
    long base,
    long states,
    @Nullable Verdict verdict,
    boolean isOfAll) {

  public ItemFigures {
    figures = List.copyOf(figures);
  }

  /// `conclusive`, `indicative`, `not_conclusive` or `withheld`; `testimonial` of volunteers.
  public String outcome() {
    return verdict == null ? "testimonial" : verdict.outcome().name().toLowerCase(Locale.ROOT);
  }

  /// Whether figures of the population are shown.
  public boolean isStated() {
    return verdict == null
        || verdict.outcome() == Verdict.Outcome.CONCLUSIVE
        || verdict.outcome() == Verdict.Outcome.INDICATIVE;
  }
}
