package io.wireroom.net;

import io.netty.handler.codec.TooLongFrameException;
import java.net.ConnectException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What a failure below us means to the caller. */
final class Trouble {
  private Trouble() {}

  static Answer answer(Throwable cause, String authority) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      switch (at) {
        case Conversation.Misled e -> {
          return new Answer.Refused(authority + " was reached at an address that was not judged");
        }
        case TooLongFrameException e -> {
          return new Answer.TooLarge("the answer's head from " + authority + " is too long");
        }
        case SSLException e -> {
          return new Answer.Unreachable(
              "no safe connection to " + authority + ": " + e.getMessage());
        }
        case TimeoutException e -> {
          return new Answer.TimedOut("no connection to " + authority + " in time");
        }
        case ConnectException e -> {
          return new Answer.Unreachable("no connection to " + authority);
        }
        case CancellationException e -> {
          return new Answer.Unreachable("the request to " + authority + " was interrupted");
        }
        default -> {}
      }
    }
    return new Answer.Unreachable("the connection to " + authority + " was lost");
  }
}
