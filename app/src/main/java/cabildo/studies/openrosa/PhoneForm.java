package cabildo.studies.openrosa;

import cabildo.instruments.CompiledForm;
import cabildo.instruments.Definition;
import cabildo.instruments.ItemType;
import cabildo.instruments.PlacedItem;
import cabildo.instruments.xlsform.InstanceShape;
import cabildo.instruments.xlsform.WriteXForm;
import cabildo.kernel.LocalText;
import cabildo.studies.sampling.SampledUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The questionnaire as interviewers' phones get it.
///
/// In front of the instrument's own questions stands a group with the privacy notice, to be read
/// out, and, when a sample was drawn, the unit that is interviewed: chosen among those of the
/// collector. The municipality follows from the unit, so it is not asked again. Without consent the
/// client does not let the form be finished. The group is taken off again when answers arrive.
///
/// @param version as clients send it back
/// @param xml ready to be sent
/// @param md5 of it, in hexadecimal digits
/// @param shape what the elements of an instance mean
/// @param compiled the instrument itself, by which answers are checked
/// @param units by number
/// @param municipalities of the study by code; empty when a sample was drawn
/// @param territoryPath where the municipality's code stands, or goes when the unit says it; absent
///   when the form has no such item
/// @param consents paths of items without whose `yes` nothing may be kept
/// @param startPath where the client says when the form was begun; `endPath` when it was finished
record PhoneForm(
    String formId,
    String version,
    String title,
    String xml,
    String md5,
    InstanceShape shape,
    CompiledForm compiled,
    Map<Integer, Place> units,
    Map<String, UUID> municipalities,
    @Nullable String territoryPath,
    List<String> consents,
    @Nullable String startPath,
    @Nullable String endPath) {
  /// The path of the unit in an instance.
  static final String UNIT = PhoneDefinition.GROUP + "/sampled_unit";

  /// Every path that is ours and not the instrument's begins so.
  static final String OURS = PhoneDefinition.GROUP + "/";

  /// A drawn unit: its number, name and the municipality that it counts for.
  record Place(int number, String name, UUID territoryId, String territoryCode) {
    static Place of(SampledUnit unit, String territoryCode) {
      return new Place(unit.number(), unit.name(), unit.territoryId(), territoryCode);
    }
  }

  /// What the phone shows beside the instrument.
  ///
  /// @param notice to be read out, with its number; absent while none was published
  record Words(
      LocalText unit,
      LocalText unitHint,
      LocalText consentNeeded,
      @Nullable LocalText notice,
      int noticeNumber) {}

  /// @param places where the phone may be; empty when no sample was drawn
  static PhoneForm of(
      CompiledForm compiled,
      String formId,
      String version,
      List<Place> places,
      Map<String, UUID> municipalities,
      Words words) {
    Definition own = compiled.definition();
    Definition definition = PhoneDefinition.of(own, places, words);
    PlacedItem territory = PhoneDefinition.territory(own);
    String xml = WriteXForm.write(definition, formId, version, own.original());
    return new PhoneForm(
        formId,
        version,
        own.title().in(own.original()).text(),
        xml,
        Secret.md5(xml),
        InstanceShape.of(definition),
        compiled,
        places.stream().collect(Collectors.toMap(Place::number, place -> place)),
        municipalities,
        territory == null ? null : territory.path(),
        own.used("consent").stream().map(PlacedItem::path).toList(),
        path(own, ItemType.START),
        path(own, ItemType.END));
  }

  private static @Nullable String path(Definition definition, ItemType type) {
    return definition.items().stream()
        .filter(placed -> placed.item().type() == type)
        .map(PlacedItem::path)
        .findFirst()
        .orElse(null);
  }

  Optional<Place> unit(String number) {
    return number.matches("[0-9]{1,6}")
        ? Optional.ofNullable(units.get(Integer.valueOf(number)))
        : Optional.empty();
  }

  /// Whether a phone must say which drawn unit it is in.
  boolean asksUnit() {
    return !units.isEmpty();
  }
}
