package cabildo.web;

/// One option of a set of radios or check boxes.
///
/// @param hint stands under the label; may be empty
public record Choice(String value, String label, String hint) {
  public Choice(String value, String label) {
    this(value, label, "");
  }
}
