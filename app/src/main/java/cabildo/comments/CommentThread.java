package cabildo.comments;

import java.util.List;
import java.util.UUID;

/// What was published under one thing, in the order in which it came.
public record CommentThread(UUID aboutId, List<Comment> comments) {
  public CommentThread {
    comments = List.copyOf(comments);
  }

  public int count() {
    return comments.size();
  }

  /// The replies that begin a conversation.
  public List<Comment> first() {
    return comments.stream().filter(comment -> comment.parentId() == null).toList();
  }

  public List<Comment> answers(Comment to) {
    return comments.stream().filter(comment -> to.id().equals(comment.parentId())).toList();
  }

  public boolean hasOfficialAnswer(Comment to) {
    return answers(to).stream().anyMatch(Comment::isOfficial);
  }
}
