package io.wireroom.engine.trigger.auth;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.workflow.WebhookAuth;
import java.util.List;

/** One way to know who calls. */
interface Scheme {
  /**
   * @param valid the credentials that count now, newest first; empty when there is none
   */
  HookVerdict verify(HookCall call, WebhookAuth auth, List<Connection> valid);
}
