package cabildo.statistics.verify;

/// Small areas: suite `smallarea`, and the multilevel model of `nonprob`.
final class SmallAreaCases {
  private SmallAreaCases() {}

  static Answer multilevel(Case c) {
    return new Answer();
  }
}
