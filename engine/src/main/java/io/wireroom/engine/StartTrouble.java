package io.wireroom.engine;

/** The product cannot start; the message is one line that says what to do. */
public final class StartTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartTrouble(String message, Throwable cause) {
    super(message, cause);
  }

  public StartTrouble(String message) {
    super(message);
  }
}
