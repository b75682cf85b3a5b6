package io.wireroom.engine.trigger.body;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.web.HttpProblem;
import java.time.Duration;

/**
 * A request's body as it was sent, whatever it calls itself: signatures count over these bytes.
 * Bounded in size and in time; to be called on the request's event loop, at once.
 */
public final class RequestBytes {
  private final HttpServerRequest request;
  private final long most;
  private final Promise<byte[]> done = Promise.promise();
  private final Buffer bytes = Buffer.buffer();

  private RequestBytes(HttpServerRequest request, long most) {
    this.request = request;
    this.most = most;
  }

  /**
   * The bytes. Fails with an {@link HttpProblem}: 413 when there are more than {@code most}, 408
   * when they take longer than {@code time}, 400 when they break off; the connection is closed with
   * the answer.
   */
  public static Future<byte[]> read(RoutingContext context, long most, Duration time) {
    var reading = new RequestBytes(context.request(), most);
    var timer = context.vertx().setTimer(time.toMillis(), id -> reading.late());
    reading.begin();
    return reading.done.future().andThen(result -> context.vertx().cancelTimer(timer));
  }

  private void begin() {
    var length = request.getHeader("Content-Length");
    // why not parsed here: the server has refused what is no number, or more than one
    if (length != null && length.length() < 19 && Long.parseLong(length) > most) {
      tooLarge();
      return;
    }
    request.handler(this::add);
    request.exceptionHandler(
        broken -> refuse(new HttpProblem(400, "The request broke off or is malformed.")));
    request.endHandler(end -> done.tryComplete(bytes.getBytes()));
  }

  private void add(Buffer more) {
    if (bytes.length() + more.length() > most) {
      tooLarge();
    } else {
      bytes.appendBuffer(more);
    }
  }

  private void tooLarge() {
    refuse(new HttpProblem(413, "The body is larger than " + most + " bytes."));
  }

  private void late() {
    refuse(new HttpProblem(408, "The body did not arrive in time."));
  }

  private void refuse(HttpProblem problem) {
    request.handler(rest -> {});
    if (done.tryFail(problem)) {
      request.response().putHeader("Connection", "close");
    }
  }
}
