package cabildo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SchemaTest {

  @Test
  void foreignKeysLookOnlyDown() {
    Set<String> looksUp = new TreeSet<>();
    for (List<String> key :
        MigratedDatabase.rows(
            """
            select f.nspname, t.nspname, c.conrelid::regclass, c.confrelid::regclass
              from pg_catalog.pg_constraint c
              join pg_catalog.pg_class fc on fc.oid = c.conrelid
              join pg_catalog.pg_namespace f on f.oid = fc.relnamespace
              join pg_catalog.pg_class tc on tc.oid = c.confrelid
              join pg_catalog.pg_namespace t on t.oid = tc.relnamespace
             where c.contype = 'f'
            """)) {
      if (!Floors.mayUse(key.get(0), key.get(1))) {
        looksUp.add(key.get(2) + " refers to " + key.get(3));
      }
    }
    assertThat(looksUp).isEmpty();
  }

  @Test
  void everyForeignKeyHasAnIndex() {
    List<String> missing =
        MigratedDatabase.rows(
                """
                select format('create index on %s (%s);', c.conrelid::regclass,
                         (select string_agg(a.attname, ', ' order by k.place)
                            from unnest(c.conkey) with ordinality k (number, place)
                            join pg_catalog.pg_attribute a
                              on a.attrelid = c.conrelid and a.attnum = k.number))
                  from pg_catalog.pg_constraint c
                 where c.contype = 'f'
                   and not exists (
                     select from pg_catalog.pg_index i
                      where i.indrelid = c.conrelid and i.indpred is null
                        and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
                 order by 1
                """)
            .stream()
            .map(row -> row.getFirst())
            .toList();
    assertThat(missing).as("add to a migration:\n" + String.join("\n", missing)).isEmpty();
  }

  @Test
  void everyTableHasAPrimaryKeyAndASchemaOfACapability() {
    Set<String> faults = new TreeSet<>();
    for (List<String> table :
        MigratedDatabase.rows(
            """
            select n.nspname, c.oid::regclass,
                   exists (select from pg_catalog.pg_index i
                            where i.indrelid = c.oid and i.indisprimary)
              from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition
               and n.nspname not in ('pg_catalog', 'information_schema', 'flyway')
            """)) {
      if (!Floors.has(table.get(0))) {
        faults.add(table.get(1) + " lies in a schema that is no capability");
      }
      if (!table.get(2).equals("t")) {
        faults.add(table.get(1) + " has no primary key");
      }
    }
    assertThat(faults).isEmpty();
  }
}
