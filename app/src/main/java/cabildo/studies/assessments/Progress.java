package cabildo.studies.assessments;

import cabildo.instruments.Filling;
import cabildo.instruments.PlacedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How far one side has come, section by section, and what is still missing.
///
/// @param missing items that apply and have neither answer nor state, with the number of their
///   section: nothing is signed or coded by silence
public record Progress(List<Part> parts, List<Missing> missing) {

  /// @param asked items that apply given the answers so far
  /// @param unproved answered items without any evidence
  public record Part(Section section, int asked, int answered, int unproved) {
    public boolean isDone() {
      return asked == answered;
    }
  }

  public record Missing(PlacedItem item, int section) {}

  static Progress of(Dossier dossier, Map<String, GivenAnswer> given) {
    Filling filling = dossier.filling(given);
    List<Part> parts = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (Section section : dossier.sections()) {
      int asked = 0;
      int answered = 0;
      int unproved = 0;
      for (PlacedItem placed : section.asked()) {
        GivenAnswer answer = given.get(placed.path());
        Said said = answer == null ? Said.NOTHING : answer.said();
        if (filling.isRelevant(placed.path())) {
          asked++;
          answered += said.isAnswered() ? 1 : 0;
          unproved += said.value() != null && !said.hasEvidence() ? 1 : 0;
          if (!said.isAnswered()) {
            missing.add(new Missing(placed, section.number()));
          }
        }
      }
      parts.add(new Part(section, asked, answered, unproved));
    }
    return new Progress(parts, missing);
  }

  public int asked() {
    return parts.stream().mapToInt(Part::asked).sum();
  }

  public int answered() {
    return parts.stream().mapToInt(Part::answered).sum();
  }

  public int unproved() {
    return parts.stream().mapToInt(Part::unproved).sum();
  }
}
