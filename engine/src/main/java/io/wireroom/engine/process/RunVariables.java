package io.wireroom.engine.process;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The variables that Wireroom itself puts into every run; they are hidden from people. */
public final class RunVariables {
  public static final String PREFIX = "wireroom";

  /** The id of the event that started the run. */
  public static final String EVENT = "wireroomEvent";

  /** What kind of trigger that was: webhook, api, cli. */
  public static final String TRIGGER = "wireroomTrigger";

  private RunVariables() {}

  /** A copy of {@code variables} with ours. */
  public static ObjectNode with(ObjectNode variables, String eventId, String trigger) {
    return variables.deepCopy().put(EVENT, eventId).put(TRIGGER, trigger);
  }
}
