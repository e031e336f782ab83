package cabildo.studies.results;

import cabildo.instruments.Choice;
import cabildo.instruments.ItemType;
import cabildo.kernel.LocalText;
import cabildo.statistics.sums.EstimatedTotals;
import cabildo.statistics.sums.RatioOfTotals;
import cabildo.statistics.sums.WeightedUnits;
import cabildo.statistics.verdict.DecisionPolicy;
import cabildo.statistics.verdict.Evidence;
import cabildo.statistics.verdict.Verdict;
import cabildo.studies.submissions.SheetCoding.CodedItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes figures of counts: of the population by what was drawn, or of volunteers as they came.
///
/// An item's choices are its entries; who gave a state or no answer is outside the base.
/// Respondents of a drawn unit share its weight (`EstimatedTotals`).
record Estimating(
    DecisionPolicy policy,
    Counts counts,
    @Nullable WeightedUnits units,
    Evidence sample,
    long sheets) {

  /// An item whose answers are shown as shares: single choices, and each choice of a multiple one.
  static boolean isShown(CodedItem item) {
    return item.choice() != null
        || (item.item().item().type() == ItemType.SELECT_ONE
            && !"territory".equals(item.item().item().use())
            && !"consent".equals(item.item().item().use()));
  }

  ItemFigures figures(int number, CodedItem item) {
    List<Choice> choices = item.choices();
    int codes = item.choice() == null ? choices.size() : 2;
    boolean[] answered = new boolean[codes + 1];
    for (int code = 0; code < codes; code++) {
      answered[code] = item.state(code) == null;
    }
    return units == null
        ? ofVolunteers(number, item, answered)
        : ofPopulation(number, item, answered, units);
  }

  private ItemFigures ofVolunteers(int number, CodedItem item, boolean[] answered) {
    long[] all = new long[answered.length];
    for (int unit : counts.sheets().keySet()) {
      long[] entries = counts.entries(unit, item, all.length - 1);
      Arrays.setAll(all, i -> all[i] + entries[i]);
    }
    long base = base(all, answered);
    List<Figure> figures = new ArrayList<>();
    for (int code : shown(item, answered)) {
      boolean few = all[code] > 0 && all[code] < policy.minCell();
      Double share = few || base < policy.minCell() ? null : (double) all[code] / base;
      figures.add(figure(item, code, all[code], share, null, null, null, few));
    }
    return item(number, item, figures, base, states(all, answered), null, null);
  }

  private ItemFigures ofPopulation(
      int number, CodedItem item, boolean[] answered, WeightedUnits drawn) {
    long[][] entries = new long[drawn.count()][];
    boolean[] everywhere = new boolean[drawn.count()];
    Arrays.fill(everywhere, true);
    for (int u = 0; u < entries.length; u++) {
      entries[u] = counts.entries(u, item, answered.length - 1);
    }
    EstimatedTotals totals = EstimatedTotals.of(drawn, entries, answered, everywhere);
    long base = base(totals.n(), answered);
    List<Figure> figures = new ArrayList<>();
    Verdict worst = null;
    for (int code : shown(item, answered)) {
      RatioOfTotals ratio =
          RatioOfTotals.of(totals, indicator(code, answered), new int[answered.length], null);
      Verdict verdict = policy.judge(evidence(ratio, base, totals.df()));
      long n = totals.n()[code];
      boolean few = n > 0 && n < policy.minCell();
      boolean stated = !few && verdict.interval().low() != null;
      figures.add(
          figure(
              item,
              code,
              n,
              stated ? (Double) ratio.estimate() : null,
              stated ? (Double) Math.sqrt(ratio.variance()) : null,
              stated ? verdict.interval().low() : null,
              stated ? verdict.interval().high() : null,
              few));
      worst = worst == null || verdict.outcome().compareTo(worst.outcome()) > 0 ? verdict : worst;
    }
    var sums = ItemSums.of(totals, item, answered);
    return item(number, item, figures, base, states(totals.n(), answered), worst, sums);
  }

  /// The sample's own facts, with the figure in their midst.
  private Evidence evidence(RatioOfTotals ratio, long base, int df) {
    boolean known = base > 0 && !Double.isNaN(ratio.estimate()) && !Double.isNaN(ratio.variance());
    return new Evidence(
        sample.kind(),
        sample.planFrozen(),
        sample.knownProbabilities(),
        sample.levelOfDomain(),
        known ? (Double) Math.clamp(ratio.estimate(), 0.0, 1.0) : null,
        known ? (Double) Math.sqrt(ratio.variance()) : null,
        (int) Math.min(Integer.MAX_VALUE, base),
        df,
        sample.frameCoverage(),
        sample.stratumCoverage(),
        sample.responseRate(),
        sample.rIndicator(),
        sample.maxStdDiff());
  }

  private ItemFigures item(
      int number,
      CodedItem item,
      List<Figure> figures,
      long base,
      long states,
      @Nullable Verdict verdict,
      @Nullable ItemSums sums) {
    LocalText label = label(item);
    boolean isOfAll = base + states >= 0.8 * sheets;
    return new ItemFigures(
        number, item.path(), label, protect(figures), base, states, verdict, isOfAll, sums);
  }

  /// A single choice that is withheld would follow from the base and the others: the rarest of
  /// those is withheld with it.
  static List<Figure> protect(List<Figure> figures) {
    if (figures.stream().filter(Figure::isWithheld).count() != 1) {
      return figures;
    }
    Optional<Figure> rarest =
        figures.stream()
            .filter(figure -> !figure.isWithheld() && figure.n() > 0)
            .min(Comparator.comparingLong(Figure::n));
    return figures.stream()
        .map(figure -> rarest.filter(figure::equals).isPresent() ? figure.withheld() : figure)
        .toList();
  }

  static LocalText label(CodedItem item) {
    LocalText label = item.item().item().label();
    return label == null ? LocalText.of(cabildo.kernel.Lang.ES, item.path()) : label;
  }

  private static Figure figure(
      CodedItem item,
      int code,
      long n,
      @Nullable Double share,
      @Nullable Double se,
      @Nullable Double low,
      @Nullable Double high,
      boolean few) {
    Choice choice = item.choice() == null ? item.choices().get(code) : item.choice();
    return new Figure(choice.name(), choice.label(), few ? 0 : n, share, se, low, high, few);
  }

  /// Of a multiple choice, whether it was chosen; of a single one, each that is no state.
  private static int[] shown(CodedItem item, boolean[] answered) {
    if (item.choice() != null) {
      return new int[] {1};
    }
    return java.util.stream.IntStream.range(0, answered.length).filter(i -> answered[i]).toArray();
  }

  private static double[] indicator(int code, boolean[] answered) {
    double[] y = new double[answered.length];
    Arrays.setAll(y, i -> answered[i] ? (i == code ? 1 : 0) : Double.NaN);
    return y;
  }

  private static long base(long[] n, boolean[] answered) {
    long base = 0;
    for (int i = 0; i < n.length; i++) {
      base += answered[i] ? n[i] : 0;
    }
    return base;
  }

  private static long states(long[] n, boolean[] answered) {
    long states = 0;
    for (int i = 0; i < n.length - 1; i++) {
      states += answered[i] ? 0 : n[i];
    }
    return states;
  }
}
