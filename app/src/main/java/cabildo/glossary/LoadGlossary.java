package cabildo.glossary;

import jakarta.annotation.PostConstruct;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings the tables up to the glossary that this version ships, before anything that uses a term
/// is read or written.
@Component
@DependsOnDatabaseInitialization
class LoadGlossary {
  private final Terms terms;
  private final TransactionTemplate transaction;

  LoadGlossary(Terms terms, TransactionTemplate transaction) {
    this.terms = terms;
    this.transaction = transaction;
  }

  @PostConstruct
  void load() {
    transaction.executeWithoutResult(_ -> terms.load(GlossaryFile.shipped()));
  }
}
