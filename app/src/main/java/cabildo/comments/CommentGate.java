package cabildo.comments;

import cabildo.kernel.Subject;

/// Says which things of one kind are public and open to replies. A bean of the capability that owns
/// them; what has no gate takes no replies.
public interface CommentGate {
  /// The kind of subject that it knows, as in `report`.
  String kind();

  boolean isOpen(Subject about);
}
