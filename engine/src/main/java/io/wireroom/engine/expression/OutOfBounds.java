package io.wireroom.engine.expression;

/** Ends an evaluation that broke a limit; {@link Budget} throws it again if a function eats it. */
final class OutOfBounds extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String suggestion;

  OutOfBounds(String message, String suggestion) {
    super(message, null, false, false);
    this.suggestion = suggestion;
  }

  FeelResult.Failed asFailed() {
    return new FeelResult.Failed(String.valueOf(getMessage()), suggestion);
  }
}
