package cabildo.instruments.editing;

import cabildo.instruments.Instrument;
import cabildo.instruments.Instruments;
import cabildo.instruments.ReadDefinition;
import cabildo.instruments.Version;
import cabildo.instruments.Versions;
import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.web.Answer;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// What instruments there are, and what each version asks.
@Controller
@RequestMapping("/{lang}/instruments")
@Transactional(readOnly = true)
public class InstrumentPages {
  private final Instruments instruments;
  private final Versions versions;

  public InstrumentPages(Instruments instruments, Versions versions) {
    this.instruments = instruments;
    this.versions = versions;
  }

  /// @param version the newest of those that the list is of
  public record Listed(Instrument instrument, Version version) {}

  /// @param drafts for officers only: what is being written
  public record ListPage(List<Listed> instruments, List<Listed> drafts, boolean isOfficer) {}

  /// @param versions the newest first; drafts are among them for officers only
  public record InstrumentPage(Instrument instrument, List<Version> versions) {}

  /// Instruments with a published version.
  @GetMapping
  Answer list(Actor actor) {
    boolean isOfficer = actor.holds(Role.OFFICER);
    List<Instrument> all = instruments.all();
    List<Listed> drafts = isOfficer ? newest(all, version -> !version.isPublished()) : List.of();
    return Answer.page(
        "cabildo/instruments/editing/list.jte",
        new ListPage(newest(all, Version::isPublished), drafts, isOfficer));
  }

  private List<Listed> newest(List<Instrument> all, Predicate<Version> wanted) {
    return all.stream()
        .flatMap(one ->
            versions.of(one.id()).stream()
                .filter(wanted)
                .findFirst()
                .map(version -> new Listed(one, version))
                .stream())
        .toList();
  }

  @GetMapping("/{slug}")
  Answer show(Actor actor, @PathVariable String slug) {
    Instrument instrument = instruments.get(slug);
    List<Version> all = versions.of(instrument.id());
    List<Version> visible = all.stream().filter(one -> maySee(actor, one)).toList();
    if (visible.isEmpty()) {
      throw Problem.notFound();
    }
    var page =
        Answer.page(
            "cabildo/instruments/editing/instrument.jte", new InstrumentPage(instrument, visible));
    return all.stream().allMatch(Version::isPublished)
        ? page.shared(Set.of(instrument.id()))
        : page;
  }

  @GetMapping("/{slug}/versions/{number:[0-9]{1,6}}")
  Answer version(Actor actor, @PathVariable String slug, @PathVariable int number) {
    Instrument instrument = instruments.get(slug);
    Version version = version(actor, instrument, number);
    try {
      var page =
          Answer.page(
              "cabildo/instruments/editing/version.jte",
              VersionPage.of(instrument, version, versions.form(version.id())));
      return version.isPublished() ? page.shared(Set.of(instrument.id())) : page;
    } catch (ReadDefinition.Fault fault) {
      throw Problem.invalid("instruments.editing.fault", String.valueOf(fault.getMessage()));
    }
  }

  @GetMapping("/{slug}/versions/{number:[0-9]{1,6}}.json")
  Answer document(Actor actor, @PathVariable String slug, @PathVariable int number) {
    Instrument instrument = instruments.get(slug);
    Version version = version(actor, instrument, number);
    return new Answer.Document(
        "application/json",
        VersionJson.of(instrument, version),
        version.isPublished() ? Set.of(instrument.id()) : null);
  }

  private Version version(Actor actor, Instrument instrument, int number) {
    return versions
        .find(instrument.id(), number)
        .filter(found -> maySee(actor, found))
        .orElseThrow(Problem::notFound);
  }

  private static boolean maySee(Actor actor, Version version) {
    return version.isPublished() || actor.holds(Role.OFFICER);
  }
}
