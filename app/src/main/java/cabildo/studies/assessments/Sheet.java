package cabildo.studies.assessments;

import cabildo.evidence.EvidenceItem;
import cabildo.instruments.PlacedItem;
import cabildo.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One page of the questionnaire as it is filled in, by the institution or by a coder.
///
/// @param items that are asked now
/// @param given what this side has saved
/// @param newer paths that somebody else saved since this page was opened
/// @param vault evidence that may be cited
/// @param coding absent for the institution
/// @param shown to coders: the institution's answers, of which they see the evidence only
/// @param other to the validator who settles differences: what the second coder says
public record Sheet(
    Dossier dossier,
    Section section,
    Form form,
    List<PlacedItem> items,
    Map<String, GivenAnswer> given,
    Set<String> newer,
    List<EvidenceItem> vault,
    @Nullable Coding coding,
    Map<String, GivenAnswer> shown,
    Map<String, GivenAnswer> other) {

  public String base() {
    return dossier.path() + (coding == null ? "/questionnaire" : "/coding");
  }

  /// The version on which the page builds; somebody's newer one is found out by it.
  public String seen(String path) {
    if (!newer.contains(path) && form.has(path + ".seen")) {
      return form.value(path + ".seen");
    }
    GivenAnswer answer = given.get(path);
    return answer == null ? "0" : String.valueOf(answer.id());
  }

  /// Whether more than the answer was filled in, so that the rest is shown open.
  public boolean isOpen(String path, String... parts) {
    for (String part : parts) {
      if (!form.value(path + part).isEmpty() || form.fault(path + part) != null) {
        return true;
      }
    }
    return false;
  }

  Sheet with(Set<String> conflicts) {
    return new Sheet(dossier, section, form, items, given, conflicts, vault, coding, shown, other);
  }
}
