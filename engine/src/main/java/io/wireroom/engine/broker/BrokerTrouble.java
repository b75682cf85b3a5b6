package io.wireroom.engine.broker;

import org.jspecify.annotations.Nullable;

/** The broker cannot be used; the message is one line for the person who started Wireroom. */
public final class BrokerTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokerTrouble(String message) {
    this(message, null);
  }

  public BrokerTrouble(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
