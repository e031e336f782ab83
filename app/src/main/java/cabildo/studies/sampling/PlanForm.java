package cabildo.studies.sampling;

import cabildo.instruments.Digest;
import cabildo.kernel.Period;
import cabildo.statistics.planning.Template;
import cabildo.web.Form;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the terms of a plan, and shows those that are kept.
final class PlanForm {
  private static final int LONGEST = 2000;

  /// @param seedCommitment SHA-256 of a seed that the officer keeps
  record Planned(PlanTerms terms, @Nullable String seedCommitment) {}

  private PlanForm() {}

  static Form of(PlanTerms terms, @Nullable String seedCommitment) {
    Map<String, String> values = new HashMap<>();
    values.put("template", terms.template().name().toLowerCase(Locale.ROOT));
    values.put("municipalityMargin", points(terms.municipalityMargin()));
    values.put("stateMargin", points(terms.stateMargin()));
    values.put("municipalityDeff", number(terms.municipalityDeff()));
    values.put("weightDeff", number(terms.weightDeff()));
    values.put("correlation", number(terms.correlation()));
    values.put("drawnUnits", String.valueOf(terms.drawnUnits()));
    values.put("responseRate", points(terms.responseRate()));
    values.put("costPerComplete", number(terms.costPerComplete()));
    values.put("costPerUnit", number(terms.costPerUnit()));
    values.put("coverage", points(terms.coverage()));
    values.put("fieldworkFrom", terms.fieldwork().from().toString());
    values.put("fieldworkTo", terms.fieldwork().to().toString());
    values.put("persons", terms.persons());
    values.put("seedSource", terms.seedSource());
    values.put("seedCommitment", seedCommitment == null ? "" : seedCommitment);
    return Form.filled(values);
  }

  /// @param units of the frame; no more can be drawn
  /// @param whole whether what a registration needs must be there: how people are chosen, the seed
  static Optional<Planned> read(Form form, int units, boolean whole) {
    Template.Kind template = template(form.value("template"));
    double municipality = share(form, "municipalityMargin", 1, 30);
    double state = share(form, "stateMargin", 0.5, 20);
    double municipalityDeff = number(form, "municipalityDeff", 1, 10);
    double weightDeff = number(form, "weightDeff", 1, 10);
    double correlation = number(form, "correlation", 0, 0.5);
    int drawn = (int) number(form, "drawnUnits", 2, units);
    double response = share(form, "responseRate", 1, 100);
    double perComplete = number(form, "costPerComplete", 0, 1e6);
    double perUnit = number(form, "costPerUnit", 0, 1e8);
    double coverage = share(form, "coverage", 1, 100);
    Optional<Period> fieldwork = fieldwork(form);
    String persons = form.optionalText("persons", LONGEST).orElse("");
    String seedSource = form.optionalText("seedSource", LONGEST).orElse("");
    String commitment = commitment(form);
    if (whole) {
      needed(form, persons, seedSource, commitment);
    }
    return form.valid(_ ->
        new Planned(
            new PlanTerms(
                template,
                municipality,
                state,
                PlanTerms.LEVEL,
                municipalityDeff,
                weightDeff,
                correlation,
                drawn,
                response,
                perComplete,
                perUnit,
                coverage,
                fieldwork.orElseThrow(),
                persons,
                seedSource),
            commitment.isEmpty() ? null : commitment));
  }

  private static Template.Kind template(String code) {
    return code.equals("every_municipality")
        ? Template.Kind.EVERY_MUNICIPALITY
        : Template.Kind.STATE_ONLY;
  }

  private static void needed(Form form, String persons, String seedSource, String commitment) {
    if (persons.isEmpty()) {
      form.refuse("persons", "studies.sampling.plan.personsNeeded");
    }
    if (seedSource.isEmpty() == commitment.isEmpty()) {
      form.refuse("seedSource", "studies.sampling.plan.seedNeeded");
    }
  }

  /// A seed that was typed in plain is never kept: only its hash.
  private static String commitment(Form form) {
    String typed = form.value("seedCommitment").strip();
    if (typed.isEmpty() || typed.matches("[0-9a-f]{64}")) {
      return typed;
    }
    if (typed.length() < 12) {
      form.refuse("seedCommitment", "studies.sampling.plan.seedShort");
    }
    return Digest.of(typed.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Period> fieldwork(Form form) {
    Optional<LocalDate> from = form.date("fieldworkFrom", "studies.sampling.plan.dayNeeded");
    Optional<LocalDate> to = form.date("fieldworkTo", "studies.sampling.plan.dayNeeded");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get().isBefore(from.get())) {
      form.refuse("fieldworkTo", "studies.sampling.plan.endsBefore");
      return Optional.empty();
    }
    return Optional.of(new Period(from.get(), to.get()));
  }

  /// Typed in points of a hundred.
  private static double share(Form form, String name, double least, double most) {
    return number(form, name, least, most) / 100;
  }

  private static double number(Form form, String name, double least, double most) {
    String typed = form.value(name).strip().replace(",", "").replace("%", "").replace("$", "");
    if (typed.matches("[0-9]{1,9}([.][0-9]{1,6})?")) {
      double number = Double.parseDouble(typed);
      if (number >= least && number <= most) {
        return number;
      }
    }
    form.refuse(name, "studies.sampling.plan.number", number(least), number(most));
    return least;
  }

  private static String points(double share) {
    return number(Math.round(share * 1e6) / 1e4);
  }

  private static String number(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
