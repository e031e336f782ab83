package cabildo.reports;

import cabildo.comments.CommentGate;
import cabildo.db.Database;
import cabildo.kernel.Subject;
import org.springframework.stereotype.Component;

/// Replies are open under a report once it is published.
@Component
class ReportReplies implements CommentGate {
  private final Database database;

  ReportReplies(Database database) {
    this.database = database;
  }

  @Override
  public String kind() {
    return "report";
  }

  @Override
  public boolean isOpen(Subject about) {
    return database
        .sql("select exists (select from reports.publication where report_id = :id)")
        .with("id", about.id())
        .isTrue();
  }
}
