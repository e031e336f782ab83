package cabildo.statistics.nonresponse;

/// Final disposition of a sampled unit (AAPOR Standard Definitions, 10th edition).
public enum Disposition {
  /// Complete interview.
  I,
  /// Partial interview.
  P,
  /// Refusal and break-off.
  R,
  /// Non-contact.
  NC,
  /// Other eligible non-interview.
  O,
  /// Unknown whether a household is there.
  UH,
  /// Unknown eligibility for another reason.
  UO,
  /// Not eligible.
  NE
}
