package cabildo.members;

import cabildo.kernel.LocalText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A country, a state or a municipality, with the figures of one census. What is not held is
/// absent, never zero.
///
/// @param code the official code, leading zeros kept
/// @param adults people aged 18 and over, derived from the published age groups
/// @param indigenousSpeakers people aged 3 and over who speak an Indigenous language
/// @param seatLat degrees north of the place where it is governed from
/// @param sizeStratum the slug of a stratum of `SizeStrata`; of municipalities only
public record Territory(
    UUID id,
    @Nullable UUID parentId,
    Level level,
    String code,
    String slug,
    LocalText name,
    int censusYear,
    int population,
    @Nullable Integer adults,
    @Nullable Integer female,
    @Nullable Integer male,
    @Nullable Integer indigenousSpeakers,
    @Nullable Integer households,
    @Nullable Integer householdsWithInternet,
    @Nullable Double seatLat,
    @Nullable Double seatLon,
    @Nullable String sizeStratum) {

  public boolean isMunicipality() {
    return level == Level.MUNICIPALITY;
  }

  public String path() {
    return "/members/" + slug;
  }
}
