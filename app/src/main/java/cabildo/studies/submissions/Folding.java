package cabildo.studies.submissions;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Folds what came in, a few times in a second.
@Component
class Folding implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);
  private static final int PAUSE_MILLIS = 400;

  private final FoldSubmissions fold;
  private final boolean works;
  private volatile @Nullable ScheduledExecutorService worker;

  Folding(FoldSubmissions fold, @Value("${cabildo.folding:true}") boolean works) {
    this.fold = fold;
    this.works = works;
  }

  private void fold() {
    try {
      fold.foldAll();
    } catch (DataAccessException e) {
      LOG.debug("submissions wait to be folded", e);
    } catch (RuntimeException e) {
      LOG.error("submissions could not be folded", e);
    }
  }

  @Override
  public void start() {
    if (!works) {
      return;
    }
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("folding").factory());
    var _ =
        started.scheduleWithFixedDelay(
            this::fold, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    worker = started;
  }

  @Override
  public void stop() {
    ScheduledExecutorService running = worker;
    worker = null;
    if (running != null) {
      running.close();
    }
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }
}
