package cabildo.statistics.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Codes from 0 for labels given as bytes, in the order of their first appearance.
final class LabelCodes {
  private int[] table = new int[1 << 12];
  private long[] hashes = new long[1 << 11];
  private byte[][] labels = new byte[1 << 11][];
  private int size;
  private int last = -1;
  private final Map<Long, Integer> pairs = new HashMap<>();
  private long lastPair = -1;
  private int lastJoined;

  LabelCodes() {
    Arrays.fill(table, -1);
  }

  /// The code of the label that stands in a range of bytes.
  int code(byte[] bytes, int from, int to) {
    long hash = 0xCBF29CE484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001B3L;
    }
    if (last >= 0 && hashes[last] == hash && isSame(last, bytes, from, to)) {
      return last;
    }
    int slot = slot(hash, bytes, from, to);
    if (table[slot] < 0) {
      if (size == labels.length) {
        grow();
        slot = slot(hash, bytes, from, to);
      }
      labels[size] = Arrays.copyOfRange(bytes, from, to);
      hashes[size] = hash;
      table[slot] = size++;
    }
    last = table[slot];
    return last;
  }

  private int slot(long hash, byte[] bytes, int from, int to) {
    int mask = table.length - 1;
    int slot = (int) (hash ^ (hash >>> 32)) & mask;
    while (table[slot] >= 0
        && !(hashes[table[slot]] == hash && isSame(table[slot], bytes, from, to))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isSame(int code, byte[] bytes, int from, int to) {
    return Arrays.equals(labels[code], 0, labels[code].length, bytes, from, to);
  }

  private void grow() {
    labels = Arrays.copyOf(labels, size * 2);
    hashes = Arrays.copyOf(hashes, size * 2);
    table = new int[table.length * 2];
    Arrays.fill(table, -1);
    for (int code = 0; code < size; code++) {
      int mask = table.length - 1;
      int slot = (int) (hashes[code] ^ (hashes[code] >>> 32)) & mask;
      while (table[slot] >= 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = code;
    }
  }

  /// The code of a label within another code: the pair is what has an identity.
  int join(int code, int within) {
    long pair = (long) within << 32 | code;
    if (pair != lastPair) {
      lastPair = pair;
      Integer known = pairs.putIfAbsent(pair, pairs.size());
      lastJoined = known == null ? pairs.size() - 1 : known;
    }
    return lastJoined;
  }

  /// How many pairs were joined.
  int joined() {
    return pairs.size();
  }

  /// How many labels there are.
  int size() {
    return size;
  }

  /// Labels in the order of their codes.
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int code = 0; code < size; code++) {
      names.add(new String(labels[code], StandardCharsets.UTF_8));
    }
    return names;
  }
}
