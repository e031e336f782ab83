package cabildo.statistics.replicate;

/// A random number for every (seed, stratum, replicate, draw), without any order of drawing.
///
/// The mix is SplitMix64's finaliser (Steele, Lea and Flood 2014, OOPSLA) applied once per key, so
/// a replicate can be recomputed alone, on any number of threads, in any language.
public final class CounterRandom {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private CounterRandom() {}

  /// 64 mixed bits.
  public static long bits(long seed, long stratum, long replicate, long draw) {
    return bits(stream(seed, stratum, replicate), draw);
  }

  /// The key of one stratum in one replicate.
  public static long stream(long seed, long stratum, long replicate) {
    return mix(mix(seed + GOLDEN * (stratum + 1)) + GOLDEN * (replicate + 1));
  }

  /// The bits of one draw of a stream.
  public static long bits(long stream, long draw) {
    return mix(stream + GOLDEN * (draw + 1));
  }

  /// A whole number from 0 to n-1; the bias of the multiplication method is below n/2^32.
  public static int below(int n, long seed, long stratum, long replicate, long draw) {
    return (int) (((bits(seed, stratum, replicate, draw) >>> 32) * n) >>> 32);
  }

  /// A number in (0, 1).
  public static double uniform(long seed, long stratum, long replicate, long draw) {
    return ((bits(seed, stratum, replicate, draw) >>> 11) + 0.5) * 0x1.0p-53;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
