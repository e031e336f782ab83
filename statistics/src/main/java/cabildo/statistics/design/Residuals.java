package cabildo.statistics.design;

/// Removes from a linearised variable what calibration already knows.
///
/// Deville and Särndal (1992), *JASA* 87: the variance of a calibrated estimator is that of w̃ e,
/// with e the residual of the linearised variable on the calibration variables.
@FunctionalInterface
public interface Residuals {
  /// Residuals e of a variable z (one value per row).
  double[] of(double[] z);
}
