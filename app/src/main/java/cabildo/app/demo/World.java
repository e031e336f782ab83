package cabildo.app.demo;

import cabildo.app.InBulk;
import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import cabildo.studies.sampling.FrameUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The world while it is being put together: what has which id, who is who, and the rows so far.
final class World {
  /// The day on which the invented installation of this world began to be used.
  static final LocalDate OPENING = LocalDate.of(2022, 1, 10);

  final InBulk rows =
      new InBulk(
          "ledger.subject",
          "members.organisation",
          "members.mandate",
          "accounts.person",
          "accounts.role_grant",
          "files.blob",
          "evidence.item",
          "plans.plan",
          "plans.alias",
          "plans.member",
          "plans.role",
          "commitments.commitment",
          "commitments.responsible",
          "commitments.line_of_action",
          "commitments.milestone",
          "evidence.attachment",
          "commitments.start",
          "commitments.progress",
          "commitments.closure",
          "commitments.indicator",
          "commitments.alignment",
          "reports.report",
          "reports.evaluator",
          "reports.answer",
          "reports.answer_evidence",
          "studies.study",
          "studies.phase",
          "studies.component",
          "studies.frame",
          "studies.frame_unit",
          "studies.plan",
          "studies.plan_stratum",
          "studies.draw",
          "studies.sampled_unit",
          "studies.submission",
          "comments.comment",
          "comments.contact",
          "comments.moderation");

  final History history = new History();
  private final ZoneId zone;
  private final Map<String, UUID> ids = new HashMap<>();
  private final Map<String, History.Hand> hands = new HashMap<>();
  private final Map<String, LocalText> names = new HashMap<>();
  private final Map<String, Set<UUID>> proofs = new LinkedHashMap<>();

  private final List<FrameUnit> municipalities;

  World(ZoneId zone, Map<String, UUID> territories, List<FrameUnit> municipalities) {
    this.zone = zone;
    this.municipalities = List.copyOf(municipalities);
    ids.putAll(territories);
  }

  /// The municipalities with their adults, in the order of their codes.
  List<FrameUnit> municipalities() {
    return municipalities;
  }

  InBulk.Row row(String table) {
    return rows.row(table);
  }

  /// The id behind a key or a territory's code, which may be told of later.
  UUID id(String key) {
    return ids.computeIfAbsent(key, _ -> Ids.next());
  }

  @Nullable UUID idOrNull(@Nullable String key) {
    return key == null ? null : id(key);
  }

  /// Makes a key another name of a thing, for what has no page of its own.
  void alias(String key, UUID id) {
    ids.put(key, id);
  }

  UUID subject(
      String key,
      String kind,
      @Nullable UUID parentId,
      String path,
      LocalText title,
      Instant createdAt) {
    UUID id = id(key);
    names.put(key, title);
    row("ledger.subject")
        .with("id", id)
        .with("kind", kind)
        .with("parent_id", parentId)
        .with("path", path)
        .with("title", title)
        .with("created_at", createdAt);
    return id;
  }

  LocalText name(String key) {
    LocalText name = names.get(key);
    if (name == null) {
      throw new IllegalStateException("nothing is called " + key);
    }
    return name;
  }

  void introduce(String key, History.Hand hand) {
    hands.put(key, hand);
  }

  History.Hand hand(String key) {
    History.Hand hand = hands.get(key);
    if (hand == null) {
      throw new IllegalStateException("nobody is called " + key);
    }
    return hand;
  }

  /// Remembers that the items are evidence for a thing.
  void prove(UUID subjectId, Collection<String> items) {
    items.forEach(item -> proofs.computeIfAbsent(item, _ -> new LinkedHashSet<>()).add(subjectId));
  }

  Set<UUID> provenBy(String item) {
    return proofs.getOrDefault(item, Set.of());
  }

  Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(zone).toInstant();
  }

  static LocalDate later(LocalDate one, @Nullable LocalDate other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  /// Two texts of the same languages as two paragraphs.
  static @Nullable LocalText together(@Nullable LocalText first, @Nullable LocalText second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    Map<String, String> both = new HashMap<>(first.texts());
    second.texts().forEach((lang, text) -> both.merge(lang, text, (a, b) -> a + "\n\n" + b));
    return new LocalText(first.original(), both);
  }
}
