package cabildo.studies.requests;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is asked, word for word.
///
/// @param knownAnswer of a control question: what a true answer says
public record Template(
    UUID id, int number, String topic, String body, @Nullable String knownAnswer) {

  public boolean isControl() {
    return knownAnswer != null;
  }
}
