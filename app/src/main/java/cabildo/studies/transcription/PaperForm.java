package cabildo.studies.transcription;

import cabildo.instruments.Definition;
import cabildo.kernel.Lang;
import cabildo.members.Territory;
import cabildo.studies.collection.Invitation;
import cabildo.web.Form;
import java.util.List;
import java.util.Optional;

/// Reads which sheet is keyed: by the reference of its card, or by a number of the desk's own and a
/// municipality.
final class PaperForm {
  private static final String KEY = "studies.transcription.paper.";

  private PaperForm() {}

  /// @param invitation of the card, when the code is one
  static Optional<Papers.NewPaper> read(
      Form form, Optional<Invitation> invitation, List<Territory> places, Definition definition) {
    String code = form.text("code", 40, KEY + "codeNeeded");
    Optional<Territory> place =
        places.stream().filter(one -> one.code().equals(form.value("place"))).findFirst();
    if (invitation.isPresent()) {
      if (invitation.get().standing() == Invitation.Standing.ANSWERED) {
        form.refuse("code", KEY + "answered");
      } else if (invitation.get().standing() == Invitation.Standing.WITHDRAWN) {
        form.refuse("code", KEY + "withdrawn");
      }
    } else if (code.matches("\\d{3,}-\\d{3,}")) {
      form.refuse("code", KEY + "noSuchCard");
    } else if (place.isEmpty()) {
      form.refuse("place", KEY + "placeNeeded");
    }
    List<String> languages = definition.languages().stream().map(Lang::code).toList();
    String language = form.choice("language", languages, KEY + "languageNeeded");
    return form.valid(_ ->
        new Papers.NewPaper(
            code,
            invitation.map(Invitation::id).orElse(null),
            invitation.isPresent() ? null : place.orElseThrow().id(),
            language));
  }
}
