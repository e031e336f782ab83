package cabildo.studies.submissions;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes many submissions with one statement, whatever their number; plain JDBC, because arrays
/// are bound and this is the hottest write of the program.
final class InsertSubmissions {
  private static final String INSERT =
      """
      insert into studies.submission
        (component_id, stream, mode, instance_id, unit, invitation_id, territory_id, language,
         started_at, finished_at, received_at, collector, device, sha256, body, answers, replaces_id)
      select n.component_id, n.stream, n.mode, n.instance_id, n.unit, n.invitation_id,
             n.territory_id, n.language, n.started_at, n.finished_at, ?, n.collector, n.device,
             decode(n.sha256, 'hex'), n.body, n.answers::jsonb, n.replaces_id
        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[], ?::uuid[], ?::uuid[],
               ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
               ?::text[], ?::text[], ?::bigint[])
          as n (component_id, stream, mode, instance_id, unit, invitation_id, territory_id,
                language, started_at, finished_at, collector, device, sha256, body, answers,
                replaces_id)
      on conflict do nothing
      returning id, component_id, instance_id
      """;
  private static final String KNOWN =
      """
      select s.id, s.component_id, s.instance_id, s.sha256
        from studies.submission s
        join unnest(?::uuid[], ?::text[]) as w (component_id, instance_id)
          on w.component_id = s.component_id and w.instance_id = s.instance_id
      """;

  private final Connection connection;
  private final Instant now;

  InsertSubmissions(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  private record Key(UUID componentId, String instanceId) {}

  private record Known(long id, ByteBuffer sha256) {}

  /// A receipt for each, in the same order.
  List<Receipt> write(List<NewSubmission> wanted) throws SQLException {
    Map<Key, Known> replaced =
        known(
            wanted.stream()
                .filter(one -> one.replaces() != null)
                .map(one -> new Key(one.componentId(), String.valueOf(one.replaces())))
                .toList());
    List<NewSubmission> writable =
        wanted.stream()
            .filter(one -> one.replaces() == null || old(one, replaced) != null)
            .toList();
    Map<Key, Long> written = insert(writable, replaced);
    Map<Key, Known> there =
        written.size() == writable.size()
            ? Map.of()
            : known(writable.stream().map(InsertSubmissions::key).toList());
    List<Receipt> receipts = new ArrayList<>();
    for (NewSubmission one : wanted) {
      receipts.add(receipt(one, replaced, written, there));
    }
    return receipts;
  }

  private static Receipt receipt(
      NewSubmission one, Map<Key, Known> replaced, Map<Key, Long> written, Map<Key, Known> there) {
    if (one.replaces() != null && old(one, replaced) == null) {
      return new Receipt.NothingToReplace();
    }
    Known known = there.get(key(one));
    Long id = written.remove(key(one)); // a second one of the same batch is no new one
    if (id != null) {
      return new Receipt.Accepted(id, true);
    }
    if (known != null) {
      return known.sha256().equals(ByteBuffer.wrap(one.sha256()))
          ? new Receipt.Accepted(known.id(), false)
          : new Receipt.Conflict();
    }
    return one.replaces() != null ? new Receipt.NotTheNewest() : new Receipt.AnsweredAlready();
  }

  private static Key key(NewSubmission one) {
    return new Key(one.componentId(), one.instanceId());
  }

  private static @Nullable Known old(NewSubmission one, Map<Key, Known> replaced) {
    return replaced.get(new Key(one.componentId(), String.valueOf(one.replaces())));
  }

  private Map<Key, Long> insert(List<NewSubmission> rows, Map<Key, Known> replaced)
      throws SQLException {
    Map<Key, Long> written = new HashMap<>();
    if (rows.isEmpty()) {
      return written;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, now.atOffset(ZoneOffset.UTC));
      set(insert, 2, "uuid", rows, NewSubmission::componentId);
      set(insert, 3, "text", rows, one -> one.stream().code());
      set(insert, 4, "text", rows, one -> one.mode().code());
      set(insert, 5, "text", rows, NewSubmission::instanceId);
      set(insert, 6, "int4", rows, NewSubmission::unit);
      set(insert, 7, "uuid", rows, NewSubmission::invitationId);
      set(insert, 8, "uuid", rows, NewSubmission::territoryId);
      set(insert, 9, "text", rows, one -> one.language().code());
      set(insert, 10, "timestamptz", rows, one -> moment(one.startedAt()));
      set(insert, 11, "timestamptz", rows, one -> moment(one.finishedAt()));
      set(insert, 12, "text", rows, NewSubmission::collector);
      set(insert, 13, "text", rows, NewSubmission::device);
      set(insert, 14, "text", rows, one -> HexFormat.of().formatHex(one.sha256()));
      set(insert, 15, "text", rows, NewSubmission::body);
      set(insert, 16, "text", rows, NewSubmission::answersJson);
      set(
          insert,
          17,
          "int8",
          rows,
          one -> {
            Known old = one.replaces() == null ? null : old(one, replaced);
            return old == null ? null : old.id();
          });
      try (ResultSet found = insert.executeQuery()) {
        while (found.next()) {
          written.put(
              new Key(found.getObject(2, UUID.class), found.getString(3)), found.getLong(1));
        }
      }
    }
    return written;
  }

  private Map<Key, Known> known(List<Key> keys) throws SQLException {
    Map<Key, Known> known = new HashMap<>();
    if (keys.isEmpty()) {
      return known;
    }
    try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
      set(select, 1, "uuid", keys, Key::componentId);
      set(select, 2, "text", keys, Key::instanceId);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          known.put(
              new Key(found.getObject(2, UUID.class), found.getString(3)),
              new Known(found.getLong(1), ByteBuffer.wrap(found.getBytes(4))));
        }
      }
    }
    return known;
  }

  private static @Nullable String moment(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private <T> void set(
      PreparedStatement statement,
      int place,
      String type,
      List<T> rows,
      Function<T, @Nullable Object> column)
      throws SQLException {
    @Nullable Object[] values = new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    statement.setArray(place, connection.createArrayOf(type, values));
  }
}
