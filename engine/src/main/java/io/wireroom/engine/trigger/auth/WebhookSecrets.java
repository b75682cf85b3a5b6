package io.wireroom.engine.trigger.auth;

import io.wireroom.connector.Connections.Connection;
import java.util.List;

/** The stored secrets that webhooks are verified with. Read on the event loop: from memory only. */
@FunctionalInterface
public interface WebhookSecrets {
  /**
   * The credentials of that name that are valid now: the newest first, then the one before it while
   * a rotation lasts. Empty when there is none.
   */
  List<Connection> valid(String name);
}
