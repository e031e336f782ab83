package cabildo.statistics.replicate;

/// Signs of a Hadamard matrix of Sylvester's construction: order a power of two.
final class Hadamard {
  private Hadamard() {}

  /// The smallest order that has at least `columns` columns.
  static int order(int columns) {
    int order = 1;
    while (order < columns) {
      order *= 2;
    }
    return order;
  }

  /// +1 or -1: (-1) to the number of ones that row and column share in binary.
  static int sign(int row, int column) {
    return Integer.bitCount(row & column) % 2 == 0 ? 1 : -1;
  }
}
