package io.wireroom.testkit.model;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** One answer on its way out, fault and all. On the server's event loop. */
final class Play {
  private static final String LOGIN = "<html><body>Please sign in</body></html>";

  private final Shape shape;
  private final Answer answer;
  private final HttpServerResponse out;
  private final Queue<Runnable> steps = new ArrayDeque<>();

  Play(Shape shape, Answer answer, HttpServerResponse out) {
    this.shape = shape;
    this.answer = answer;
    this.out = out;
  }

  /** In one piece. */
  void whole() {
    if (!endedAtOnce()) {
      var body = shape.whole(answer);
      out.putHeader("Content-Type", "application/json");
      switch (answer.fault()) {
        case SLOW_FIRST_TOKEN, NEVER_ENDS -> out.setChunked(true).write(" ");
        case RESET, HALF_FRAME, THROTTLED_MIDSTREAM, BAD_FRAME -> {
          out.putHeader("Content-Length", String.valueOf(body.length));
          out.write(Buffer.buffer(Arrays.copyOf(body, body.length / 2)))
              .onComplete(done -> out.reset());
        }
        default -> out.end(Buffer.buffer(body));
      }
    }
  }

  /** Piece by piece. */
  void stream(List<Play> ticking) {
    if (endedAtOnce()) {
      return;
    }
    out.setChunked(true);
    shape.streamHead().forEach(out::putHeader);
    pieces().forEach(piece -> steps.add(() -> out.write(Buffer.buffer(piece))));
    switch (answer.fault()) {
      case SLOW_FIRST_TOKEN, NEVER_ENDS -> {}
      case RESET -> steps.add(out::reset);
      default -> steps.add(out::end);
    }
    if (answer.byTicks()) {
      out.write(Buffer.buffer());
      ticking.add(this);
      return;
    }
    // why a tick: a connection that is gone takes along what the other side has not read yet
    int held = answer.fault() == Fault.RESET ? 1 : 0;
    while (steps.size() > held) {
      step();
    }
    if (held > 0) {
      ticking.add(this);
    }
  }

  /** Sends the next piece; false when there is none. */
  boolean step() {
    var next = steps.poll();
    if (next != null && !out.ended() && !out.closed()) {
      next.run();
    }
    return next != null;
  }

  private List<byte[]> pieces() {
    var first = answer.pieces().getFirst();
    var all = new ArrayList<>(shape.opening(answer));
    switch (answer.fault()) {
      case SLOW_FIRST_TOKEN -> {}
      case NEVER_ENDS, RESET -> all.add(shape.piece(first));
      case THROTTLED_MIDSTREAM ->
          all.addAll(List.of(shape.piece(first), shape.throttledMidstream()));
      case HALF_FRAME -> {
        all.add(shape.piece(first));
        var next = shape.piece("runs free.");
        all.add(Arrays.copyOf(next, next.length / 2));
      }
      case BAD_FRAME -> all.addAll(List.of(shape.piece(first), shape.damaged("x")));
      case NO_STOP -> answer.pieces().forEach(piece -> all.add(shape.piece(piece)));
      default -> {
        answer.pieces().forEach(piece -> all.add(shape.piece(piece)));
        if (answer.fault() == Fault.UNKNOWN_EVENT) {
          all.add(shape.unknown());
        }
        all.addAll(shape.closing(answer));
      }
    }
    return all;
  }

  /** Whether the answer ended before it began. */
  private boolean endedAtOnce() {
    switch (answer.fault()) {
      case THROTTLED,
          QUOTA,
          WARMING,
          UNAVAILABLE,
          MODEL_ERROR,
          TOO_LONG,
          BAD_REQUEST,
          FORBIDDEN -> {
        var trouble = shape.trouble(answer.fault());
        trouble.headers().forEach(out::putHeader);
        out.putHeader("Content-Type", "application/json")
            .setStatusCode(trouble.status())
            .end(trouble.body());
        return true;
      }
      case RESET_AT_ONCE -> {
        out.reset();
        return true;
      }
      case HTML -> {
        out.putHeader("Content-Type", "text/html").end(LOGIN);
        return true;
      }
      default -> {
        return false;
      }
    }
  }
}
