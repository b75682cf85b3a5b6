package io.wireroom.engine.trigger.inbox;

import java.util.Locale;

/** What kind of trigger an event came by. */
public enum TriggerKind {
  WEBHOOK,
  FEED,
  FORM,
  API,
  CLI,
  BROWSER;

  /** As it is stored and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TriggerKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
