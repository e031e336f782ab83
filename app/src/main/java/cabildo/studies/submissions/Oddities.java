package cabildo.studies.submissions;

import cabildo.db.Database;
import cabildo.instruments.Choice;
import cabildo.instruments.ItemType;
import cabildo.studies.submissions.SheetCoding.CodedItem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Notices what a reviewer should look at: answers given far too fast, the same answers twice from
/// one device or collector or within an hour, one choice all along a battery of questions. A flag
/// takes no answer out of the figures; a reviewer does.
@Component
class Oddities {
  /// Questions with the same choices in one group, at least so many, of at least so many choices.
  private static final int BATTERY = 5;

  private static final int SCALE = 3;

  /// With fewer answers two people are alike by chance.
  private static final int TOO_FEW_TO_TELL = 8;

  private final Database database;
  private final Clock clock;

  Oddities(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A number that is equal for equal answers, whatever the device notes by itself; 0 when they are
  /// too few to tell.
  static long likeness(SheetCoding coding, Map<String, String> answers) {
    var told = new TreeMap<>(answers);
    told.keySet().removeAll(coding.notAsked());
    if (told.size() < TOO_FEW_TO_TELL) {
      return 0;
    }
    try {
      byte[] bytes = told.toString().getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Flags what is odd about sheets that were just put in.
  void look(UUID componentId, SheetCoding coding, List<Tallies.Sheet> sheets) {
    if (sheets.isEmpty()) {
      return;
    }
    Long[] ids = sheets.stream().map(Tallies.Sheet::submissionId).toArray(Long[]::new);
    flagSpeed(componentId, ids);
    flagDuplicates(componentId, ids);
    flagStraightLines(coding, sheets);
  }

  /// Faster than a third of the median of the newest thousand, once thirty are known.
  private void flagSpeed(UUID componentId, Long[] ids) {
    database
        .sql(
            """
            with timed as (
              select extract(epoch from finished_at - started_at) as seconds
                from studies.submission
               where component_id = :componentId and finished_at > started_at
               order by id desc limit 1000),
            usual as (
              select percentile_cont(0.5) within group (order by seconds) as seconds, count(*) as n
                from timed)
            insert into studies.flag (submission_id, kind, detail, noticed_at)
            select s.id, 'speed',
                   round(extract(epoch from s.finished_at - s.started_at)) || ' '
                     || round(usual.seconds::numeric),
                   :now
              from studies.submission s, usual
             where s.id = any(:ids) and s.finished_at > s.started_at and usual.n >= 30
               and extract(epoch from s.finished_at - s.started_at) < usual.seconds / 3
            on conflict do nothing
            """)
        .with("componentId", componentId)
        .with("ids", ids)
        .with("now", clock.instant())
        .change();
  }

  /// Only the twenty nearest that are alike are looked at: one is enough.
  private void flagDuplicates(UUID componentId, Long[] ids) {
    database
        .sql(
            """
            insert into studies.flag (submission_id, kind, detail, noticed_at)
            select s.id, 'duplicate', alike.id::text, :now
              from studies.submission s
              join studies.sheet h on h.submission_id = s.id and h.likeness <> 0
             cross join lateral (
               select o.id from (
                 select l.submission_id from studies.sheet l
                  where l.component_id = :componentId and l.likeness <> 0
                    and l.likeness = h.likeness and l.submission_id < s.id
                  order by l.submission_id desc limit 20) near
                 join studies.submission o on o.id = near.submission_id
                where o.device = s.device or o.collector = s.collector
                   or s.received_at - o.received_at < interval '1 hour'
                order by o.id desc limit 1) alike
             where s.id = any(:ids)
            on conflict do nothing
            """)
        .with("componentId", componentId)
        .with("ids", ids)
        .with("now", clock.instant())
        .change();
  }

  private void flagStraightLines(SheetCoding coding, List<Tallies.Sheet> sheets) {
    List<Long> ids = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    Map<String, List<CodedItem>> batteries = batteries(coding);
    for (Tallies.Sheet sheet : sheets) {
      byte[] codes = HexFormat.of().parseHex(sheet.codes());
      batteries.forEach((group, items) -> {
        if (isStraight(items, codes)) {
          ids.add(sheet.submissionId());
          groups.add(group);
        }
      });
    }
    database
        .sql(
            """
            insert into studies.flag (submission_id, kind, detail, noticed_at)
            select n.id, 'straight_line', n.path, :now
              from unnest(:ids::bigint[], :groups::text[]) as n (id, path)
            on conflict do nothing
            """)
        .with("ids", ids.toArray(Long[]::new))
        .with("groups", groups.toArray(String[]::new))
        .with("now", clock.instant())
        .change();
  }

  /// By the path of the group.
  static Map<String, List<CodedItem>> batteries(SheetCoding coding) {
    Map<String, List<CodedItem>> batteries = new LinkedHashMap<>();
    for (CodedItem one : coding.items()) {
      String path = one.path();
      boolean isScale =
          one.item().item().type() == ItemType.SELECT_ONE
              && one.choices().stream().filter(Oddities::isAnswer).count() >= SCALE;
      if (isScale && path.indexOf('/') > 0) {
        String group = path.substring(0, path.lastIndexOf('/'));
        batteries
            .computeIfAbsent(group + " " + one.item().item().choices(), _ -> new ArrayList<>())
            .add(one);
      }
    }
    Map<String, List<CodedItem>> longEnough = new LinkedHashMap<>();
    batteries.forEach((name, items) -> {
      if (items.size() >= BATTERY) {
        longEnough.put(name.substring(0, name.indexOf(' ')), items);
      }
    });
    return longEnough;
  }

  static boolean isStraight(List<CodedItem> items, byte[] codes) {
    int first = codes[items.getFirst().number()] & 0xff;
    List<Choice> choices = items.getFirst().choices();
    return first < choices.size()
        && isAnswer(choices.get(first))
        && items.stream().allMatch(item -> (codes[item.number()] & 0xff) == first);
  }

  private static boolean isAnswer(Choice choice) {
    return !choice.columns().containsKey("state");
  }
}
