package io.wireroom.engine.trigger.inbox;

import io.wireroom.engine.document.DocumentId;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.document.Reference;

/**
 * Bytes that came with an event: its raw body, or a file.
 *
 * @param id named by the content, {@code sha256-…}
 * @param name what the sender called it; untrusted, for people only
 * @param contentType as the sender says; untrusted
 */
@SuppressWarnings("ArrayRecordComponent") // why: never compared, and copied nowhere
public record Document(String id, String name, String contentType, byte[] bytes) {

  /** What stands for it in values. */
  public Reference reference() {
    return Reference.to(new DocumentId(id), contentType, bytes.length);
  }

  /** Kept as a file, not with the event. */
  boolean isLarge() {
    return bytes.length > Documents.LARGE;
  }

  /** A document of these bytes, which must not change any more. */
  public static Document of(String name, String contentType, byte[] bytes) {
    return new Document(DocumentId.of(bytes).text(), name, contentType, bytes);
  }
}
