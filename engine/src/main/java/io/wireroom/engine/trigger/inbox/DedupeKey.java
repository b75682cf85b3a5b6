package io.wireroom.engine.trigger.inbox;

import io.wireroom.engine.document.DocumentId;
import java.nio.charset.StandardCharsets;

/**
 * Says when two events are the same one.
 *
 * @param scope within which keys are compared, such as {@code newsroom:start}
 * @param key the sender's id of the event, or what a workflow computes
 * @param fingerprint of the content, to tell a repetition from another event under the same key;
 *     empty when the key alone decides
 */
public record DedupeKey(String scope, String key, String fingerprint) {
  /** why: databases limit what they index; a longer key is known by its hash. */
  private static final int LONGEST = 500;

  public DedupeKey {
    key = key.length() > LONGEST ? DocumentId.of(key.getBytes(StandardCharsets.UTF_8)).text() : key;
  }

  public DedupeKey(String scope, String key) {
    this(scope, key, "");
  }
}
