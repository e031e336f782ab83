package cabildo.studies.collection;

import cabildo.db.Database;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.studies.Stream;
import cabildo.studies.submissions.Mode;
import cabildo.studies.submissions.NewSubmission;
import cabildo.studies.submissions.Receipt;
import cabildo.studies.submissions.Submissions;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Hands the answers of a form over to the record, with their files, and erases them here. All of
/// it is one transaction: the receipt is shown after its commit.
@Component
class SendAnswers {
  private final Submissions submissions;
  private final Database database;
  private final Sittings sittings;
  private final Clock clock;

  SendAnswers(Submissions submissions, Database database, Sittings sittings, Clock clock) {
    this.submissions = submissions;
    this.database = database;
    this.sittings = sittings;
    this.clock = clock;
  }

  /// `Conflict` when the invitation was answered by another way meanwhile.
  void of(Link link, Sitting sitting, Questionnaire questionnaire) {
    Map<String, String> answers = questionnaire.toSend();
    switch (submissions.accept(submission(link, sitting, answers))) {
      case Receipt.Accepted(long id, boolean isNew) -> {
        if (isNew) {
          attach(id, sitting, answers);
        }
        sittings.markSent(sitting);
      }
      case Receipt.AnsweredAlready _,
          Receipt.Conflict _,
          Receipt.NothingToReplace _,
          Receipt.NotTheNewest _ ->
          throw Problem.conflict("studies.collection.answer.elsewhere");
    }
  }

  private NewSubmission submission(Link link, Sitting sitting, Map<String, String> answers) {
    Invitation invitation = link.invitation();
    return new NewSubmission(
        sitting.componentId(),
        invitation == null ? Stream.VOLUNTEER : Stream.PROBABILITY,
        Mode.WEB,
        sitting.instanceId(),
        invitation == null ? null : invitation.unit(),
        sitting.invitationId(),
        sitting.territoryId(),
        new Lang(sitting.language()),
        sitting.startedAt(),
        clock.instant(),
        null,
        null,
        null,
        answers,
        null);
  }

  private void attach(long id, Sitting sitting, Map<String, String> answers) {
    for (Sittings.HeldFile file : sittings.files(sitting)) {
      database
          .sql(
              """
              insert into studies.attachment (submission_id, name, sha256, expected)
              values (:id, :name, :sha256, :expected)
              """)
          .with("id", id)
          .with("name", file.name())
          .with("sha256", file.sha256())
          .with("expected", file.name().equals(answers.get(file.path())))
          .change();
    }
  }
}
