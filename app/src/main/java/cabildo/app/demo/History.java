package cabildo.app.demo;

import cabildo.app.InBulk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The lines of the ledger, gathered in any order and written in that of their time.
final class History {
  private final List<Line> lines = new ArrayList<>();

  /// @param id absent for the program's own hand
  record Hand(@Nullable UUID id, String name) {}

  private record Line(
      Instant at,
      Hand hand,
      String deed,
      UUID subjectId,
      Map<String, ?> details,
      boolean isPublic) {}

  void write(Instant at, Hand hand, String deed, UUID subjectId, Map<String, ?> details) {
    lines.add(new Line(at, hand, deed, subjectId, details, true));
  }

  void writePrivately(Instant at, Hand hand, String deed, UUID subjectId, Map<String, ?> details) {
    lines.add(new Line(at, hand, deed, subjectId, details, false));
  }

  void moveTo(InBulk rows) {
    lines.sort(Comparator.comparing(Line::at));
    for (Line line : lines) {
      rows.row("ledger.entry")
          .with("at", line.at())
          .with("actor_id", line.hand().id())
          .with("actor_name", line.hand().name())
          .with("deed", line.deed())
          .with("subject_id", line.subjectId())
          .with("details", cabildo.db.Json.mapper().valueToTree(line.details()))
          .with("is_public", line.isPublic());
    }
    lines.clear();
  }
}
