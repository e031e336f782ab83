package cabildo.studies.requests;

import cabildo.statistics.agreement.KrippendorffAlpha;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How far two coders agree on the answers that both judged: Krippendorff's alpha, nominal for what
/// was received, ordinal for the grades; absent where it is not defined.
///
/// @param pairs requests that two coders judged
public record CoderAgreement(
    int pairs, @Nullable Double received, @Nullable Double clear, @Nullable Double complete) {

  static CoderAgreement of(List<RequestCoding> codings) {
    List<List<RequestCoding>> pairs =
        codings.stream().collect(Collectors.groupingBy(RequestCoding::requestId)).values().stream()
            .filter(both -> both.size() == 2)
            .toList();
    return new CoderAgreement(
        pairs.size(),
        alpha(KrippendorffAlpha.NOMINAL, pairs, coding -> coding.received() ? 1 : 0),
        alpha(KrippendorffAlpha.ORDINAL, pairs, RequestCoding::clear),
        alpha(KrippendorffAlpha.ORDINAL, pairs, RequestCoding::complete));
  }

  private static @Nullable Double alpha(
      KrippendorffAlpha kind,
      List<List<RequestCoding>> pairs,
      Function<RequestCoding, @Nullable Integer> value) {
    double[][] raters = new double[2][pairs.size()];
    for (int unit = 0; unit < pairs.size(); unit++) {
      for (int rater = 0; rater < 2; rater++) {
        Integer rating = value.apply(pairs.get(unit).get(rater));
        raters[rater][unit] = rating == null ? Double.NaN : rating;
      }
    }
    return kind.of(raters);
  }
}
