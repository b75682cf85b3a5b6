package io.wireroom.engine.trigger.inbox;

/**
 * Says when two events are the same one.
 *
 * @param scope within which keys are compared, such as {@code newsroom:start}
 * @param key the sender's id of the event, or what a workflow computes
 * @param fingerprint of the content, to tell a repetition from another event under the same key;
 *     empty when the key alone decides
 */
public record DedupeKey(String scope, String key, String fingerprint) {
  public DedupeKey(String scope, String key) {
    this(scope, key, "");
  }
}
