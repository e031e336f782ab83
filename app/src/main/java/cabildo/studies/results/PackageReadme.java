package cabildo.studies.results;

import cabildo.studies.Study;

/// What a package says of itself to who unpacks it.
final class PackageReadme {
  @SuppressWarnings("InlineFormatString") // a page of text reads better on its own
  private static final String TEXT =
      """
      %1$s
      %2$s

      ES. Paquete para recalcular un estudio publicado%6$s

      Con este programa y estos archivos cualquiera repite el sorteo y las cifras:

        sha256sum -c SHA256SUMS
        %3$s -o drawn.csv
        ./cabildo statistics figures sums.json -o figures.csv

      drawn.csv tiene las mismas unidades y probabilidades que draw.csv.
      figures.csv tiene las mismas cifras que results.csv: share, low y high.

      frame.csv      marco del que se sorteó; su SHA-256 se publicó antes del sorteo
      plan.json      lo que se prometió; su SHA-256 es %4$s
      draw.csv       unidades sorteadas, con probabilidad, peso y entrevistas planeadas
      sums.json      totales estimados de cada respuesta y su covarianza, de todo el territorio
      codebook.json  qué significan los nombres de preguntas y respuestas
      results.csv, results.json  cifras publicadas, con sus advertencias

      Para proteger a quienes respondieron no hay cuentas por unidad, ni respuestas que dieron menos
      de %5$d personas: en sums.json las más raras van unidas («joined»), y las preguntas a las que
      así no les queda ninguna cifra, o que no son concluyentes, se nombran en «leftOut».

      EN. Package to recompute a published study%7$s

      With this program and these files anyone repeats the draw and the figures:

        sha256sum -c SHA256SUMS
        %3$s -o drawn.csv
        ./cabildo statistics figures sums.json -o figures.csv

      drawn.csv has the same units and probabilities as draw.csv.
      figures.csv has the same figures as results.csv: share, low and high.

      frame.csv      what was drawn from; its SHA-256 was published before the draw
      plan.json      what was promised; its SHA-256 is %4$s
      draw.csv       units that were drawn, with probability, weight and planned interviews
      sums.json      estimated totals of each answer and their covariance, of the whole territory
      codebook.json  what the names of questions and answers mean
      results.csv, results.json  published figures, with their caveats

      To protect those who answered there are no counts by unit, and no answers that fewer than %5$d
      people gave: in sums.json the rarest are joined ("joined"), and questions that keep no figure
      that way, or are not conclusive, are named under "leftOut".
      """;

  private PackageReadme() {}

  /// @param draw the command that repeats the draw
  /// @param few respondents below which nothing is shown
  static String of(Study study, String draw, String planSha256, int few) {
    return TEXT.formatted(
        study.title().asWritten().text(),
        study.path(),
        draw,
        planSha256,
        few,
        study.invented() ? ": datos inventados para demostración" : "",
        study.invented() ? ": data invented for demonstration" : "");
  }
}
