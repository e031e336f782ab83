package cabildo.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Public pages as they were rendered, compressed, by path.
///
/// A page whose things changed is not thrown away but marked old: it is rendered anew at the next
/// request, and served as it is while the database is away.
@Component
public class PageCache {
  private static final long MOST_BYTES = 64L << 20;

  private final Cache<String, Kept> pages =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String path, Kept kept) -> kept.page().size() + path.length() + 200)
          .build();
  private final AtomicLong changes = new AtomicLong();
  private final boolean keeps;

  public PageCache(@Value("${cabildo.pages.keep:true}") boolean keeps) {
    this.keeps = keeps;
  }

  private record Kept(RenderedPage page, Set<UUID> shows, boolean isOld) {}

  /// To be asked before the page's facts are read, and handed back to `keep`.
  public long changesSoFar() {
    return changes.get();
  }

  /// The page, if it still shows how things are.
  public @Nullable RenderedPage fresh(String path) {
    Kept kept = pages.getIfPresent(path);
    return kept == null || kept.isOld() ? null : kept.page();
  }

  /// The page as it last was, for when the truth cannot be asked.
  public @Nullable RenderedPage last(String path) {
    Kept kept = pages.getIfPresent(path);
    return kept == null ? null : kept.page();
  }

  /// Keeps a page, unless something changed while it was being made.
  public void keep(String path, RenderedPage page, Set<UUID> shows, long changesBefore) {
    if (keeps) {
      pages.put(path, new Kept(page, shows, changes.get() != changesBefore));
    }
  }

  /// These things changed: the pages that show one of them are old.
  public void changed(Collection<UUID> things) {
    changes.incrementAndGet();
    pages
        .asMap()
        .replaceAll((_, kept) ->
            kept.isOld() || kept.shows().stream().noneMatch(things::contains)
                ? kept
                : new Kept(kept.page(), kept.shows(), true));
  }

  /// Nobody knows what changed: every page is old.
  public void everythingChanged() {
    changes.incrementAndGet();
    pages.asMap().replaceAll((_, kept) -> new Kept(kept.page(), kept.shows(), true));
  }
}
