package cabildo.commitments;

import cabildo.kernel.LocalText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A measure of what the commitment wants to change.
///
/// @param baseline the value before the start; absent only with the reason why
/// @param noBaselineReason present only without a baseline
public record Indicator(
    UUID id,
    int number,
    LocalText name,
    LocalText unit,
    @Nullable BigDecimal baseline,
    @Nullable LocalDate baselineOn,
    @Nullable LocalText noBaselineReason,
    @Nullable BigDecimal target,
    @Nullable BigDecimal latest,
    @Nullable LocalDate latestOn,
    @Nullable LocalText source,
    boolean invented) {}
