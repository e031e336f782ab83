package cabildo.plans;

import cabildo.kernel.LocalText;
import cabildo.kernel.Period;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An action plan. It has one pair of dates, and whatever is said about its period comes from
/// there.
///
/// @param endsOn its last day
/// @param parentId the wider plan that it takes part in
/// @param version counts the changes, so that two editors notice each other
public record Plan(
    UUID id,
    String slug,
    LocalText title,
    @Nullable LocalText description,
    LocalDate startsOn,
    LocalDate endsOn,
    @Nullable LocalDate submittedOn,
    PlanState state,
    @Nullable UUID parentId,
    boolean invented,
    int version) {
  private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:\\s*[-–]\\s*(\\d{4}))?\\s*$");

  public Plan {
    if (!endsOn.isAfter(startsOn)) {
      throw new IllegalArgumentException("a plan ends after it starts: " + slug);
    }
  }

  public Period period() {
    return new Period(startsOn, endsOn);
  }

  /// `2022–2023`.
  public String years() {
    return period().years();
  }

  /// The years that the title ends in, as `2021–2022`, when the dates say others.
  public Optional<String> otherYearsInTitle() {
    Matcher years = YEARS.matcher(title.asWritten().text().strip());
    return Optional.of(years)
        .filter(Matcher::find)
        .map(found -> years(found.group(1), found.group(2)))
        .filter(said -> !said.equals(years()));
  }

  private static String years(String from, @Nullable String to) {
    return to == null || to.equals(from) ? from : from + "–" + to;
  }

  public String path() {
    return "/plans/" + slug;
  }
}
