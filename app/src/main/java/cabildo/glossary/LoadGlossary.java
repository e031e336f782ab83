package cabildo.glossary;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the tables up to the glossary that this version ships, before the first page is asked
/// for.
@Component
class LoadGlossary implements SmartLifecycle {
  private final Terms terms;
  private final TransactionTemplate transaction;
  private volatile boolean running;

  LoadGlossary(Terms terms, TransactionTemplate transaction) {
    this.terms = terms;
    this.transaction = transaction;
  }

  @Override
  public void start() {
    transaction.executeWithoutResult(_ -> terms.load(GlossaryFile.shipped()));
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Early: before the web server opens its port.
  @Override
  public int getPhase() {
    return 0;
  }
}
