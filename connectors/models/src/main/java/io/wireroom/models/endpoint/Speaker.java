package io.wireroom.models.endpoint;

/** Speaks one wire: translates, sends, reads; tries nothing twice. */
public interface Speaker {
  /**
   * Asks once.
   *
   * @param request with its schema when the endpoint is to keep to it by its own means
   */
  Turn ask(ModelRequest request, Asking asking);

  /** Whether the endpoint says that it can answer; false when it does not or cannot be asked. */
  default boolean well(ApiKey key) {
    return false;
  }

  /** Whether the endpoint may have means of its own to keep to a schema. */
  default boolean knowsSchemas() {
    return true;
  }
}
