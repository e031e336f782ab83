package cabildo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `app/schema.sql` shows what the migrations add up to: in a review, the change of the schema is
/// read there and not guessed from its steps.
class GoldenSchemaTest {
  private static final Path KEPT = Sources.ROOT.resolve("app/schema.sql");
  private static final Path FOUND = Sources.ROOT.resolve("app/target/schema.sql");

  @Test
  void theSchemaFileIsWhatTheMigrationsLeave() throws IOException {
    String found = schema();
    Files.writeString(FOUND, found);
    String kept = Files.exists(KEPT) ? Files.readString(KEPT) : "";
    assertThat(kept)
        .as("read the difference, then: cp app/target/schema.sql app/schema.sql")
        .isEqualTo(found);
  }

  private static String schema() {
    var text =
        new StringBuilder("-- Written by GoldenSchemaTest from the catalogue. Not a migration.\n");
    for (String schema : Floors.names().reversed()) {
      List<String> parts =
          MigratedDatabase.rows(PARTS.replace("SCHEMA", schema)).stream()
              .map(row -> row.getLast())
              .toList();
      parts.forEach(part -> text.append('\n').append(part.strip()).append('\n'));
    }
    return text.toString();
  }

  /// Tables with their columns and constraints, then indexes, functions and triggers, by name.
  private static final String PARTS =
      """
      with t as (
        select c.oid, c.relname, c.oid::regclass::text as name
          from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'SCHEMA' and c.relkind in ('r', 'p')
      ), line as (
        select t.oid, 1 as kind, a.attnum as place,
               concat('  ', a.attname, ' ', format_type(a.atttypid, a.atttypmod),
                 case when a.attidentity <> '' then ' generated always as identity' end,
                 ' default ' || pg_get_expr(d.adbin, d.adrelid),
                 case when a.attnotnull then ' not null' end) as text
          from t join pg_catalog.pg_attribute a on a.attrelid = t.oid
          left join pg_catalog.pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
         where a.attnum > 0 and not a.attisdropped
        union all
        select t.oid, 2,
               row_number() over (partition by t.oid order by c.contype desc, c.conname),
               '  constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
          from t join pg_catalog.pg_constraint c on c.conrelid = t.oid
         where c.contype in ('p', 'u', 'f', 'c')
      )
      select 1, t.relname,
             'create table ' || t.name || E' (\\n'
               || string_agg(line.text, E',\\n' order by line.kind, line.place) || E'\\n);'
               || coalesce((
                    select E'\\n' || string_agg(
                             regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE', 'create')
                               || ';', E'\\n' order by i.indexrelid::regclass::text)
                      from pg_catalog.pg_index i
                     where i.indrelid = t.oid and not exists (
                       select from pg_catalog.pg_constraint c where c.conindid = i.indexrelid
                                                              and c.contype in ('p', 'u'))), '')
        from t join line on line.oid = t.oid
       group by t.oid, t.relname, t.name
      union all
      select 2, p.proname, pg_get_functiondef(p.oid) || ';'
        from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'SCHEMA'
      union all
      select 3, c.relname || g.tgname, pg_get_triggerdef(g.oid) || ';'
        from pg_catalog.pg_trigger g
        join pg_catalog.pg_class c on c.oid = g.tgrelid
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'SCHEMA' and not g.tgisinternal
      union all
      select 0, v.relname, 'create view ' || v.oid::regclass || E' as\\n' || pg_get_viewdef(v.oid)
        from pg_catalog.pg_class v join pg_catalog.pg_namespace n on n.oid = v.relnamespace
       where n.nspname = 'SCHEMA' and v.relkind = 'v'
      union all
      select 0, s.nspname, 'create schema ' || s.nspname || ';'
        from pg_catalog.pg_namespace s where s.nspname = 'SCHEMA'
      order by 1, 2
      """;
}
