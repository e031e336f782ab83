package cabildo.instruments.scoring;

import java.math.BigDecimal;

/// What a measure found: a number, or why there is none.
public sealed interface Observed {
  record Value(BigDecimal number) implements Observed {}

  record Missing(Absence why) implements Observed {}
}
