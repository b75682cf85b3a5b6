package io.wireroom.engine.worker;

import io.wireroom.connector.Outcome;
import io.wireroom.engine.connections.Mask;
import io.wireroom.engine.process.Verdict;

/**
 * The one place that everything of a job passes on its way out, and where the credentials that the
 * job was given are taken out of it.
 */
final class Masked {
  private Masked() {}

  /**
   * why already here: an expression could else cut or turn a value so that nobody knows it again.
   */
  static Outcome outcome(Outcome outcome, Mask mask) {
    return switch (outcome) {
      case Outcome.Done(var output) -> new Outcome.Done(mask.json(output));
      case Outcome.TryAgain(var reason, var after, var usesRetry) ->
          new Outcome.TryAgain(mask.text(reason), after, usesRetry);
      case Outcome.Unknown(var reason) -> new Outcome.Unknown(mask.text(reason));
      case Outcome.Rejected(var code, var message) ->
          new Outcome.Rejected(mask.text(code), mask.text(message));
      case Outcome.Broken(var reason) -> new Outcome.Broken(mask.text(reason));
    };
  }

  /** why again: an expression could also put the pieces of a value together. */
  static Verdict verdict(Verdict verdict, Mask mask) {
    return switch (verdict) {
      case Verdict.Complete(var variables) -> new Verdict.Complete(mask.object(variables));
      case Verdict.Fail(var reason, var retriesLeft, var backOff) ->
          new Verdict.Fail(mask.text(reason), retriesLeft, backOff);
      case Verdict.Throw(var code, var message, var variables) ->
          new Verdict.Throw(mask.text(code), mask.text(message), mask.object(variables));
    };
  }

  /** A failure with its causes and stack, as text for the log. */
  static String trace(Throwable failure, Mask mask) {
    var text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return mask.text(text.toString());
  }
}
