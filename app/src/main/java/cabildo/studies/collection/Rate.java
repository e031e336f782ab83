package cabildo.studies.collection;

import cabildo.statistics.nonresponse.ResponseRates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of AAPOR's rates for a page.
///
/// @param code the end of its message key
/// @param value 0 to 1; absent without a denominator
public record Rate(String code, @Nullable Double value) {

  public static List<Rate> of(ResponseRates rates) {
    return List.of(
        new Rate("rr1", rates.responseRate(1)),
        new Rate("rr3", rates.responseRate(3)),
        new Rate("contact", rates.contact()),
        new Rate("refusal", rates.refusal()));
  }
}
