package cabildo.studies.office;

import cabildo.commitments.LineOfAction;
import cabildo.commitments.LinesOfAction;
import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.kernel.Role;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What an officer may choose from for a new study: her organisations and plans, the lines of
/// action of those plans, and the territories that have others within.
@Component
public class StudyChoices {
  private final Database database;
  private final LinesOfAction lines;

  StudyChoices(Database database, LinesOfAction lines) {
    this.database = database;
    this.lines = lines;
  }

  /// @param kind of the subject, as in `plan`
  public record Choosable(UUID id, String kind, LocalText title) {}

  /// @param served lines of action, each with the title of its commitment
  public record Choices(
      List<Choosable> organisations,
      List<Choosable> plans,
      List<Choosable> served,
      List<Choosable> territories) {}

  Choices of(Actor actor) {
    Set<UUID> scopes =
        actor.grants().stream()
            .filter(grant -> grant.role() == Role.OFFICER)
            .map(Actor.Grant::scopeId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    List<Choosable> own = scopes.isEmpty() ? List.of() : own(scopes);
    List<Choosable> plans = own.stream().filter(one -> one.kind().equals("plan")).toList();
    return new Choices(
        own.stream().filter(one -> one.kind().equals("organisation")).toList(),
        plans,
        plans.isEmpty() ? List.of() : served(plans.stream().map(Choosable::id).toList()),
        territories());
  }

  LineOfAction line(UUID id) {
    return lines.get(id);
  }

  private List<Choosable> own(Set<UUID> scopes) {
    return database
        .sql(
            """
            select id, kind, title from ledger.subject where id in (:scopes)
             order by title ->> 'es', id
            """)
        .with("scopes", scopes)
        .list(Choosable.class);
  }

  private List<Choosable> served(List<UUID> planIds) {
    return database
        .sql(
            """
            select l.id, 'line_of_action' as kind,
                   jsonb_strip_nulls(jsonb_build_object(
                     'es', (c.title ->> 'es') || ': ' || (l.title ->> 'es'),
                     'en', (c.title ->> 'en') || ': ' || (l.title ->> 'en'))) as title
              from commitments.line_of_action l
              join commitments.commitment c on c.id = l.commitment_id
             where c.plan_id in (:planIds) and c.title ->> 'es' is not null and l.title ->> 'es' is not null
             order by c.number, l.number
            """)
        .with("planIds", planIds)
        .list(Choosable.class);
  }

  private List<Choosable> territories() {
    return database
        .sql(
            """
            select t.id, 'territory' as kind, t.name as title from members.territory t
             where exists (select from members.territory c
                            where c.parent_id = t.id and c.level = 'municipality')
             order by t.name ->> 'es'
            """)
        .list(Choosable.class);
  }
}
