package io.wireroom.engine.trigger.body;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.web.HttpProblem;
import java.time.Duration;

/**
 * A request's body as it was sent, whatever it calls itself: signatures count over these bytes.
 * Bounded in size and in time; to be called on the request's event loop, at once.
 */
public final class RequestBytes {
  private static final long MOST_DISCARDED = 20_000_000;

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final long most;
  private final Promise<byte[]> done = Promise.promise();
  private final Buffer bytes = Buffer.buffer();
  private long size;

  private RequestBytes(RoutingContext context, long most) {
    this.context = context;
    this.request = context.request();
    this.most = most;
  }

  /**
   * The bytes. Fails with an {@link HttpProblem}: 413 when there are more than {@code most}, 408
   * when they take longer than {@code time}, 400 when they break off.
   */
  public static Future<byte[]> read(RoutingContext context, long most, Duration time) {
    var reading = new RequestBytes(context, most);
    var timer = context.vertx().setTimer(time.toMillis(), id -> reading.late());
    reading.begin();
    return reading.done.future().andThen(result -> context.vertx().cancelTimer(timer));
  }

  private void begin() {
    request.handler(this::add);
    request.exceptionHandler(
        broken -> breakOff(new HttpProblem(400, "The request broke off or is malformed.")));
    request.endHandler(end -> complete());
  }

  private void add(Buffer more) {
    size += more.length();
    if (size <= most) {
      bytes.appendBuffer(more);
    } else if (size > most + MOST_DISCARDED) {
      breakOff(tooLarge());
    }
  }

  /** why at the end only: who still sends does not read, and would see a reset for an answer. */
  private void complete() {
    if (size <= most) {
      done.tryComplete(bytes.getBytes());
    } else {
      done.tryFail(tooLarge());
    }
  }

  private HttpProblem tooLarge() {
    return new HttpProblem(413, "The body is larger than " + most + " bytes.");
  }

  private void late() {
    breakOff(new HttpProblem(408, "The body did not arrive in time."));
  }

  /** Answers although there is more to come, so the connection cannot be used again. */
  private void breakOff(HttpProblem problem) {
    request.handler(rest -> {});
    if (!done.future().isComplete()) {
      if (request.version() != HttpVersion.HTTP_2) { // why: there the others go on
        request.response().putHeader("Connection", "close");
        // why by hand: the server would wait for the rest of the request before it closes
        context.addEndHandler(answered -> request.connection().close());
      }
      done.tryFail(problem);
    }
  }
}
