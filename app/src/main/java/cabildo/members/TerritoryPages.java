package cabildo.members;

import cabildo.kernel.Lang;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// All territories on one page, and as a table to work with.
@Controller
@RequestMapping("/{lang}")
@Transactional(readOnly = true)
public class TerritoryPages {
  private final Territories territories;
  private final SizeStrata strata;

  public TerritoryPages(Territories territories, SizeStrata strata) {
    this.territories = territories;
    this.strata = strata;
  }

  /// Kept for everybody as long as nobody asks for a name.
  @GetMapping("/members")
  Answer list(Lang lang, Form form) {
    String query = form.value("q").strip();
    List<Territory> all = territories.all();
    var page =
        Answer.page("cabildo/members/members.jte", MembersPage.of(lang, query, all, strata.all()));
    Set<UUID> roots = roots(all);
    return query.isEmpty() && roots != null ? page.shared(roots) : page;
  }

  @GetMapping("/members.csv")
  Answer csv(Lang lang) {
    List<Territory> all = territories.all();
    return new Answer.Document("text/csv", TerritoryCsv.of(lang, all), roots(all));
  }

  /// What changes anywhere in a tree is announced at its root.
  private static @Nullable Set<UUID> roots(List<Territory> all) {
    Set<UUID> roots =
        all.stream()
            .filter(territory -> territory.parentId() == null)
            .map(Territory::id)
            .collect(Collectors.toSet());
    return roots.isEmpty() ? null : roots;
  }
}
