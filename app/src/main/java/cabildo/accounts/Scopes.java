package cabildo.accounts;

import cabildo.db.Database;
import java.util.List;
import org.springframework.stereotype.Component;

/// Everything that a role can be limited to. Plans stand on a higher floor, so they are read as
/// subjects.
@Component
class Scopes {
  static final List<String> KINDS = List.of("plan", "organisation", "territory");
  private final Database database;

  Scopes(Database database) {
    this.database = database;
  }

  List<Scope> all() {
    return database
        .sql(
            """
            select id, kind, title from ledger.subject where kind in (:kinds)
             order by kind, title ->> 'es', id
            """)
        .with("kinds", KINDS)
        .list(Scope.class);
  }
}
