package cabildo.app.demo;

import cabildo.app.StartupNotice;
import cabildo.db.Database;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Says on the console with which accounts one can sign in to the demonstration.
@Component
@ConditionalOnBooleanProperty("cabildo.demo")
@Order(10)
class DemonstrationAccounts implements StartupNotice {
  private final Database database;

  DemonstrationAccounts(Database database) {
    this.database = database;
  }

  @Override
  public List<String> lines() {
    List<String> accounts =
        database
            .sql(
                """
                select p.name || ' – '
                       || string_agg(distinct replace(g.role, '_', ' '), ', ')
                       || ' – ' || p.email
                  from accounts.person p join accounts.role_grant g on g.person_id = p.id
                 where p.invented and p.email like '%@example.org'
                   and p.closed_at is null and g.revoked_at is null
                 group by p.id order by p.email
                """)
            .list(String.class);
    if (accounts.isEmpty()) {
      return List.of();
    }
    return Stream.concat(
            Stream.of(
                "Demonstration accounts, all with the password "
                    + DemonstrationWorld.PASSWORD
                    + ":"),
            accounts.stream().map(account -> "  " + account))
        .toList();
  }
}
