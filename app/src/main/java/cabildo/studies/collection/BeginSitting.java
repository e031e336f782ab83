package cabildo.studies.collection;

import cabildo.instruments.Definition;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.Lang;
import cabildo.members.Territories;
import cabildo.studies.sampling.Draws;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Begins a form once somebody has agreed, or goes on with the one that was begun. What is known
/// already is filled in: the consent, and the municipality.
@Component
class BeginSitting {
  private final Sittings sittings;
  private final Notices notices;
  private final Questionnaires questionnaires;
  private final Territories territories;
  private final Draws draws;

  BeginSitting(
      Sittings sittings,
      Notices notices,
      Questionnaires questionnaires,
      Territories territories,
      Draws draws) {
    this.sittings = sittings;
    this.notices = notices;
    this.questionnaires = questionnaires;
    this.territories = territories;
    this.draws = draws;
  }

  /// Of an invitation; or again, of anybody whose answers were erased.
  void of(Link link, Notice notice, Lang reading) {
    if (link.isBegun()) {
      return;
    }
    if (link.sitting() != null) {
      know(link.side(), link.sitting());
    } else if (link.invitation() != null) {
      UUID territory = draws.territory(link.side().study().id(), link.invitation().unit());
      begin(link.side(), link.invitation().id(), null, territory, notice, reading);
    }
  }

  /// Of somebody who came by the open link: gives the code to come back with.
  LinkCode ofVolunteer(CitizenSide side, UUID territoryId, Notice notice, Lang reading) {
    LinkCode code = LinkCode.fresh();
    begin(side, null, code, territoryId, notice, reading);
    return code;
  }

  private void begin(
      CitizenSide side,
      @Nullable UUID invitationId,
      @Nullable LinkCode code,
      UUID territoryId,
      Notice notice,
      Lang reading) {
    UUID componentId = side.component().id();
    Sitting sitting =
        sittings.begin(
            new Sittings.Beginning(
                componentId, invitationId, code, territoryId, notice.id(), reading.code()));
    notices.accept(componentId, sitting.instanceId(), notice.id(), reading.code());
    know(side, sitting);
  }

  private void know(CitizenSide side, Sitting sitting) {
    Map<String, String> known = new HashMap<>();
    Definition definition = questionnaires.definition(side);
    for (PlacedItem placed : definition.used("consent")) {
      known.put(placed.path(), "yes");
    }
    UUID territoryId = sitting.territoryId();
    if (territoryId != null) {
      for (PlacedItem placed : definition.used("territory")) {
        known.put(placed.path(), territories.get(territoryId).code());
      }
    }
    sittings.know(sitting, known);
  }
}
