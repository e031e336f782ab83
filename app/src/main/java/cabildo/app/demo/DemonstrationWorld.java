package cabildo.app.demo;

import cabildo.app.InBulk;
import cabildo.app.OpeningTerritories;
import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.reports.Forms;
import cabildo.reports.PublishReport;
import cabildo.reports.ReadReport;
import cabildo.studies.sampling.FrameUnit;
import cabildo.studies.submissions.FoldSubmissions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Fills an empty database with the demonstration world, in one transaction, before the web server
/// listens.
@Component
@ConditionalOnBooleanProperty("cabildo.demo")
class DemonstrationWorld implements SmartInitializingSingleton {
  /// The password of every demonstration account; people are told at the start of the program.
  static final String PASSWORD = "gobierno-abierto";

  private final Database database;
  private final Clock clock;
  private final TransactionOperations transactions;
  private final OpeningTerritories territories;
  private final PasswordEncoder passwords;
  private final PublishReport publishReport;
  private final FoldSubmissions fold;
  private final Path vault;

  DemonstrationWorld(
      Database database,
      Clock clock,
      TransactionOperations transactions,
      OpeningTerritories territories,
      PasswordEncoder passwords,
      PublishReport publishReport,
      FoldSubmissions fold,
      @Value("${cabildo.data}") Path data) {
    this.database = database;
    this.clock = clock;
    this.transactions = transactions;
    this.territories = territories;
    this.passwords = passwords;
    this.publishReport = publishReport;
    this.fold = fold;
    this.vault = data.resolve("files");
  }

  @Override
  public void afterSingletonsInstantiated() {
    territories.open();
    transactions.executeWithoutResult(_ -> fill());
    fold.foldAll();
  }

  /// Loads the world unless somebody has begun to use the database.
  void fill() {
    if (OpeningTerritories.isFirst(database) && isUnused()) {
      load();
    }
  }

  private boolean isUnused() {
    return database
        .sql(
            """
            select not exists (select from plans.plan)
               and not exists (select from members.organisation)
               and not exists (select from accounts.person)
            """)
        .isTrue();
  }

  private void load() {
    World world = new World(clock.getZone(), territoryIds(), municipalities());
    new LoadMembers(world, String.valueOf(passwords.encode(PASSWORD))).load();
    LoadPlans plans = new LoadPlans(world);
    plans.load();
    new LoadCommitments(world, plans).load();
    new LoadEvidence(world, vault).load();
    var toPublish = new LoadReports(world, forms()).load();
    new LoadStudies(world, versions()).load();
    new LoadComments(world).load();
    world.rows.writeTo(database);
    publish(toPublish);
    InBulk lines = new InBulk("ledger.entry");
    world.history.moveTo(lines);
    lines.writeTo(database);
  }

  /// Freezes the reports as they were published: all their facts are written by now.
  private void publish(List<LoadReports.ToPublish> reports) {
    for (LoadReports.ToPublish report : reports) {
      Actor hand = new Actor(report.publishedBy().id(), report.publishedBy().name(), List.of());
      publishReport.keepAsFiled(
          hand,
          report.reportId(),
          new ReadReport.Published(report.publishedAt(), report.publishedYear()));
    }
  }

  private Map<String, UUID> territoryIds() {
    Map<String, UUID> ids = new HashMap<>();
    database
        .sql("select code, id from members.territory")
        .list(Territory.class)
        .forEach(territory -> ids.put(territory.code(), territory.id()));
    return ids;
  }

  /// The versions of the form, which the program has stored before this.
  private Map<Integer, LoadReports.Form> forms() {
    Map<Integer, LoadReports.Form> forms = new HashMap<>();
    database
        .sql("select id, version, definition from reports.form where kind = :kind")
        .with("kind", Forms.END_OF_COMMITMENT)
        .list(LoadReports.Form.class)
        .forEach(form -> forms.put(form.version(), form));
    return forms;
  }

  private List<FrameUnit> municipalities() {
    return database
        .sql(
            """
            select code, name ->> 'es' as name, id as territory_id, size_stratum as stratum,
                   adults as size
              from members.territory where level = 'municipality' and adults is not null
             order by code
            """)
        .list(FrameUnit.class);
  }

  /// The first versions of the shipped instruments, which the program has stored before this.
  private Map<String, LoadStudies.Version> versions() {
    Map<String, LoadStudies.Version> versions = new HashMap<>();
    database
        .sql(
            """
            select i.slug, v.id, v.definition
              from instruments.version v join instruments.instrument i on i.id = v.instrument_id
             where v.number = 1
            """)
        .list(LoadStudies.Version.class)
        .forEach(version -> versions.put(version.slug(), version));
    return versions;
  }

  record Territory(String code, UUID id) {}
}
