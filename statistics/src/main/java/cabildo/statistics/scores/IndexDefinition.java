package cabildo.statistics.scores;

import cabildo.statistics.Numbers;

/// A two-level composite: items with weights in dimensions with weights.
///
/// @param dimensionOfItem dimension of every item, from 0
/// @param itemWeights ω, at least 0
/// @param dimensionWeights Ω, at least 0
/// @param minAnsweredShare share of ω that must be answered for a dimension to exist
@SuppressWarnings("ArrayRecordComponent")
public record IndexDefinition(
    int[] dimensionOfItem,
    double[] itemWeights,
    double[] dimensionWeights,
    double minAnsweredShare) {
  /// Refuses lists of unequal length and negative weights.
  public IndexDefinition {
    if (dimensionOfItem.length != itemWeights.length) {
      throw new IllegalArgumentException("every item needs a dimension and a weight");
    }
    for (int dimension : dimensionOfItem) {
      if (dimension < 0 || dimension >= dimensionWeights.length) {
        throw new IllegalArgumentException("there is no dimension " + dimension);
      }
    }
    for (double weight : itemWeights) {
      if (!(weight >= 0)) {
        throw new IllegalArgumentException("item weights must be at least 0");
      }
    }
    Numbers.proportion(minAnsweredShare, "minAnsweredShare");
  }

  /// How many items.
  public int items() {
    return itemWeights.length;
  }

  /// How many dimensions.
  public int dimensions() {
    return dimensionWeights.length;
  }

  /// Sum of ω in a dimension.
  double itemWeight(int dimension) {
    double sum = 0;
    for (int i = 0; i < items(); i++) {
      sum += dimensionOfItem[i] == dimension ? itemWeights[i] : 0;
    }
    return sum;
  }

  /// Ω of a dimension over ΣΩ.
  double share(int dimension) {
    double sum = 0;
    for (double weight : dimensionWeights) {
      sum += weight;
    }
    return dimensionWeights[dimension] / sum;
  }
}
