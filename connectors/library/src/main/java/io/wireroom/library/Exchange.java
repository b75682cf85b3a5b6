package io.wireroom.library;

import io.wireroom.connector.ConnectorInfo.ErrorCode;
import io.wireroom.connector.Outcome;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import io.wireroom.net.Request;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One request through the door; whatever is not a response is already a step's outcome. */
public final class Exchange {
  /** The code for anything larger than a step takes. */
  public static final String TOO_LARGE = "TOO_LARGE";

  private static final String REFUSED = "ADDRESS_REFUSED";

  private static final List<ErrorCode> ERRORS =
      List.of(
          new ErrorCode(REFUSED, "The address is one that steps may not reach."),
          new ErrorCode(TOO_LARGE, "The answer is larger than the step accepts."));

  private Exchange() {}

  /** A connector's own BPMN errors, and those that any exchange can end with. */
  public static List<ErrorCode> errors(ErrorCode... own) {
    return Stream.of(List.of(own), ERRORS, Statuses.ERRORS).flatMap(List::stream).toList();
  }

  /**
   * Sends, and lets {@code use} decide about the response. A refusal and an oversized answer end
   * the step; without an answer it is tried again, or not known what happened.
   */
  public static Outcome send(Door door, Request request, Function<Answer.Response, Outcome> use) {
    var where = Addresses.named(request);
    return switch (door.send(request)) {
      case Answer.Response response -> use.apply(response);
      case Answer.Refused(var reason) -> new Outcome.Rejected(REFUSED, where + ": " + reason);
      case Answer.TooLarge(var reason) -> new Outcome.Rejected(TOO_LARGE, where + ": " + reason);
      case Answer.Unreachable(var reason, var sent) -> unanswered(where + ": " + reason, sent);
      case Answer.TimedOut(var reason, var sent) -> unanswered(where + ": " + reason, sent);
    };
  }

  private static Outcome unanswered(String reason, boolean sent) {
    return sent ? new Outcome.Unknown(reason) : Outcome.TryAgain.because(reason);
  }
}
