package cabildo.glossary;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Subject;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import cabildo.web.PageCache;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes terms, and the copy of them all in memory.
@Component
public class Terms {
  private static final String ROOT = "/glossary";

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final PageCache changes;
  private final GlossaryFile shipped = GlossaryFile.shipped();
  private volatile @Nullable Copy copy;

  public Terms(Database database, Subjects subjects, Ledger ledger, PageCache changes) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.changes = changes;
  }

  /// @param changesThen how many changes of anything were known when it was last found fresh
  /// @param lastEntry the ledger line of the glossary that it includes
  private record Copy(Glossary glossary, long changesThen, long lastEntry) {}

  /// All terms as they stand. Reads the database only after something changed.
  public Glossary glossary() {
    Copy known = copy;
    long now = changes.changesSoFar();
    if (known != null && known.changesThen() == now) {
      return known.glossary();
    }
    UUID rootId = rootId();
    long last = lastEntry(rootId);
    Glossary glossary =
        known != null && known.lastEntry() == last
            ? known.glossary()
            : new Glossary(rootId, shipped.categories(), bySlug());
    copy = new Copy(glossary, now, last);
    return glossary;
  }

  /// The thing that all terms are part of; made at the first start.
  UUID rootId() {
    return subjects
        .find(ROOT)
        .map(Subject::id)
        .orElseGet(() -> subjects.register("glossary", null, ROOT, GlossaryFile.title()));
  }

  private long lastEntry(UUID rootId) {
    return database
        .sql("select coalesce(max(id), 0) from ledger.entry where subject_id = :rootId")
        .with("rootId", rootId)
        .count();
  }

  List<Term> all() {
    return database
        .sql(
            """
            select t.id, t.slug, t.category, t.term, t.definition, t.source,
                   array(select o.slug from glossary.see_also s
                           join glossary.term o on o.id = s.other_id
                          where s.term_id = t.id order by o.slug) as see
              from glossary.term t order by t.slug
            """)
        .list(Term.class);
  }

  Map<String, Term> bySlug() {
    return all().stream().collect(Collectors.toMap(Term::slug, Function.identity()));
  }

  /// Writes what the file says where the tables say something else. Gives the number of terms that
  /// were added or changed.
  int load(GlossaryFile file) {
    database
        .sql("select pg_advisory_xact_lock(hashtext('cabildo.glossary'))::text")
        .find(String.class);
    UUID rootId = rootId();
    Map<String, Term> known = bySlug();
    List<GlossaryFile.Entry> news =
        file.entries().stream().filter(entry -> !says(entry, known)).toList();
    news.forEach(entry -> put(entry, Optional.ofNullable(known.get(entry.slug())), rootId));
    news.forEach(this::link);
    if (!news.isEmpty()) {
      ledger.write(Actor.program(), "glossary.loaded", rootId, Map.of("terms", news.size()));
    }
    return news.size();
  }

  private static boolean says(GlossaryFile.Entry entry, Map<String, Term> known) {
    Term term = known.get(entry.slug());
    return term != null && entry.says(term);
  }

  private void put(GlossaryFile.Entry entry, Optional<Term> known, UUID rootId) {
    UUID id =
        known
            .map(Term::id)
            .orElseGet(
                () -> subjects.register("term", rootId, "/glossary/" + entry.slug(), entry.term()));
    database
        .sql(
            """
            insert into glossary.term (id, slug, category, term, definition, source)
            values (:id, :slug, :category, :term::jsonb, :definition::jsonb, :source)
            on conflict (id) do update set category = excluded.category, term = excluded.term,
              definition = excluded.definition, source = excluded.source
            """)
        .with("id", id)
        .with("slug", entry.slug())
        .with("category", entry.category())
        .with("term", entry.term())
        .with("definition", entry.definition())
        .with("source", entry.source())
        .change();
    String deed = known.isPresent() ? "glossary.term.changed" : "glossary.term.added";
    ledger.write(Actor.program(), deed, id, details(entry));
  }

  private static Map<String, ?> details(GlossaryFile.Entry entry) {
    return Map.of("definition", entry.definition().texts());
  }

  /// A file that names a term which is nowhere is refused by the count.
  private void link(GlossaryFile.Entry entry) {
    database
        .sql(
            """
            delete from glossary.see_also
             where term_id = (select id from glossary.term where slug = :slug)
            """)
        .with("slug", entry.slug())
        .change();
    if (entry.see().isEmpty()) {
      return;
    }
    int links =
        database
            .sql(
                """
                insert into glossary.see_also (term_id, other_id)
                select t.id, o.id from glossary.term t, glossary.term o
                 where t.slug = :slug and o.slug in (:see)
                """)
            .with("slug", entry.slug())
            .with("see", entry.see())
            .change();
    if (links != entry.see().size()) {
      throw new IllegalStateException(entry.slug() + " points to a term that does not exist");
    }
  }
}
