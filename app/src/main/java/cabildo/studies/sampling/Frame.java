package cabildo.studies.sampling;

import cabildo.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A list from which is drawn, as it stood.
///
/// @param coverage the share of the population that the list is said to reach, 0 to 1
/// @param sha256 of its canonical CSV (`FrameCsv`)
public record Frame(
    UUID id,
    UUID studyId,
    int number,
    LocalText source,
    LocalDate referenceOn,
    double coverage,
    String sha256,
    Instant takenAt) {

  /// Where the adults of municipalities come from.
  public static final LocalText CENSUS =
      LocalText.both(
          "Personas de 18 años o más por municipio. INEGI, Censo de Población y Vivienda 2020;"
              + " derivadas de los grupos de edad publicados.",
          "People aged 18 and over by municipality. INEGI, Population and Housing Census 2020;"
              + " derived from the published age groups.");
}
