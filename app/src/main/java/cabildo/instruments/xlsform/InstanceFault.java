package cabildo.instruments.xlsform;

/// An instance that cannot be read. Its message says where: line and column, or a path.
public final class InstanceFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Why why;

  public enum Why {
    NOT_XML,
    DOCUMENT_TYPE,
    TOO_DEEP,
    TOO_MANY_ELEMENTS,
    NO_FORM_ID,
    /// An item that is asked once is there twice.
    TWICE
  }

  InstanceFault(Why why, String where) {
    super(where);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
