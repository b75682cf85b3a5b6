package io.wireroom.engine.document;

/** A value refers to a document that is not there; the message is a sentence for a person. */
public final class DocumentMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DocumentMissing(String message) {
    super(message);
  }

  static DocumentMissing of(Reference reference) {
    return new DocumentMissing(
        "A large value is not there any more: the document %s (%s, %d bytes). Retention removed it, or the folder DATA/documents was not restored with the rest. Run the workflow again from its start."
            .formatted(reference.id(), reference.contentType(), reference.size()));
  }
}
