package cabildo.studies.submissions;

/// What became of a submission. Only `Accepted` acknowledges it.
public sealed interface Receipt {
  /// It is durable.
  ///
  /// @param isNew false when the same one was there already
  record Accepted(long id, boolean isNew) implements Receipt {}

  /// The instance is there with another content.
  record Conflict() implements Receipt {}

  /// The invitation was answered by another submission.
  record AnsweredAlready() implements Receipt {}

  /// What it says it edits is not there.
  record NothingToReplace() implements Receipt {}

  /// What it edits was edited by another since.
  record NotTheNewest() implements Receipt {}
}
