package cabildo.studies.submissions;

import cabildo.db.Database;
import cabildo.kernel.LocalText;
import cabildo.studies.Stream;
import cabildo.web.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The submissions of a component as a list, page by page from the newest.
@Component
public class SubmissionList {
  static final int AT_ONCE = 50;

  private final Database database;

  SubmissionList(Database database) {
    this.database = database;
  }

  /// What to show; empty words ask for nothing.
  ///
  /// @param before the number of a submission: older ones only
  /// @param replaced whether those that an edit replaced are shown instead
  public record Filter(
      String mode,
      String stream,
      String review,
      String flag,
      String collector,
      @Nullable Integer unit,
      boolean replaced,
      @Nullable Long before) {

    /// What is not understood is not asked for.
    static Filter read(Form form) {
      String unit = form.value("unit").strip();
      String before = form.value("before");
      return new Filter(
          known(form, "mode", codes(Mode.values())),
          known(form, "stream", codes(Stream.values())),
          known(form, "review", SubmissionPages.REVIEWS),
          known(form, "flag", SubmissionPages.FLAGS),
          form.value("collector").strip(),
          unit.matches("[0-9]{1,6}") ? Integer.valueOf(unit) : null,
          form.chose("replaced", "yes"),
          before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null);
    }

    private static List<String> codes(Enum<?>[] words) {
      return java.util.Arrays.stream(words)
          .map(word -> word.name().toLowerCase(java.util.Locale.ROOT))
          .toList();
    }

    private static String known(Form form, String name, List<String> words) {
      String word = form.value(name);
      return words.contains(word) ? word : "";
    }

    private List<String> conditions() {
      List<String> all = new ArrayList<>();
      all.add("s.component_id = :componentId");
      all.add(
          (replaced ? "" : "not ")
              + "exists (select from studies.submission n where n.replaces_id = s.id)");
      addUnless(mode.isEmpty(), all, "s.mode = :mode");
      addUnless(stream.isEmpty(), all, "s.stream = :stream");
      addUnless(collector.isEmpty(), all, "s.collector = :collector");
      addUnless(unit == null, all, "s.unit = :unit");
      addUnless(before == null, all, "s.id < :before");
      addUnless(!flag.equals("any"), all, "s.id in (select submission_id from studies.flag)");
      addUnless(
          flag.isEmpty() || flag.equals("any"),
          all,
          "s.id in (select submission_id from studies.flag where kind = :flag)");
      addUnless(!review.equals("none"), all, "r.state is null");
      addUnless(review.isEmpty() || review.equals("none"), all, "r.state = :review");
      return all;
    }

    private static void addUnless(boolean not, List<String> all, String condition) {
      if (!not) {
        all.add(condition);
      }
    }
  }

  /// @param place the unit, or the municipality of a volunteer; absent when neither is known
  /// @param flags kinds, each once
  public record Line(
      long id,
      Instant receivedAt,
      Mode mode,
      Stream stream,
      @Nullable Integer unit,
      @Nullable String unitName,
      @Nullable LocalText place,
      @Nullable String collector,
      @Nullable String review,
      boolean isEdit,
      List<String> flags) {}

  /// One more than `AT_ONCE`, when there are more.
  List<Line> page(UUID componentId, Filter filter) {
    return bind(
            componentId,
            filter,
            """
            select s.id, s.received_at, s.mode, s.stream, s.unit, t.name as place, s.collector,
                   r.state as review, s.replaces_id is not null as is_edit,
                   (select u.name from studies.sampled_unit u
                      join studies.plan p on p.id = u.plan_id
                      join studies.component c on c.study_id = p.study_id
                     where c.id = s.component_id and u.number = s.unit) as unit_name,
                   array(select distinct f.kind from studies.flag f
                          where f.submission_id = s.id order by 1) as flags
            """,
            "order by s.id desc limit " + (AT_ONCE + 1))
        .list(Line.class);
  }

  /// How many the filter finds, up to a thousand.
  long countUpToThousand(UUID componentId, Filter filter) {
    return bind(componentId, filter, "select count(*) from (select s.id", "limit 1001) found")
        .count();
  }

  private Database.Statement bind(UUID componentId, Filter filter, String select, String end) {
    return database
        .sql(
            select
                + """
                  from studies.submission s
                  left join members.territory t on t.id = s.territory_id
                  left join lateral (
                    select v.state from studies.review v where v.submission_id = s.id
                     order by v.reviewed_at desc, v.id desc limit 1) r on true
                 where
                """
                + String.join(" and ", filter.conditions())
                + " "
                + end)
        .with("componentId", componentId)
        .with("mode", filter.mode())
        .with("stream", filter.stream())
        .with("collector", filter.collector())
        .with("unit", filter.unit())
        .with("before", filter.before())
        .with("flag", filter.flag())
        .with("review", filter.review());
  }
}
