package cabildo.studies.results;

import cabildo.statistics.planning.Template;
import cabildo.studies.Study;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that a study's figures say of its territory.
///
/// @param sample how far the drawn answers reach; absent without a draw
/// @param volunteers how far those reach who came by themselves; absent when nobody did
/// @param items of the sample, or of volunteers where there is no sample
/// @param bounds what the volunteers leave open for the whole territory; absent with a sample
/// @param prices of a conclusive study, the state's first
public record StudyResults(
    Study study,
    StudyVerdict verdict,
    @Nullable Coverage sample,
    @Nullable Coverage volunteers,
    List<ItemFigures> items,
    @Nullable Response response,
    @Nullable Bounds bounds,
    List<Template> prices) {

  /// The worst case (Manski): whatever those think who were not reached.
  ///
  /// @param item whose first figure it is
  /// @param seen share among those who answered
  public record Bounds(ItemFigures item, double seen, double low, double high) {}

  public StudyResults {
    items = List.copyOf(items);
    prices = List.copyOf(prices);
  }

  public double responsePercent() {
    return response == null ? 0 : 100 * response.rate();
  }
}
