package io.wireroom.engine.monitor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One browser's event stream. Confined to its connection's event loop.
 *
 * <p>Changes that come in while the past is read wait until it is sent. A listener that does not
 * keep up is dropped; it comes again with {@code Last-Event-ID} and misses nothing.
 */
final class EventStream {
  private static final int MOST_WAITING = 5_000;
  private static final int MOST_BEATS = 120;

  private final Context context;
  private final HttpServerResponse response;
  private final OptionalLong runKey;
  private final ArrayDeque<Buffer> waiting = new ArrayDeque<>();
  private final List<Message> early = new ArrayList<>();
  private boolean past = true;
  private boolean stuck;
  private long last;
  private int beats;
  private int allowance = MOST_WAITING;

  EventStream(Vertx vertx, HttpServerResponse response, OptionalLong runKey) {
    this.context = vertx.getOrCreateContext();
    this.response = response;
    this.runKey = runKey;
  }

  /** Safe from any thread: goes over to the connection's event loop. */
  void offer(List<Message> messages) {
    context.runOnContext(v -> push(messages));
  }

  private void push(List<Message> messages) {
    if (past) {
      early.addAll(messages);
      return;
    }
    for (var message : messages) {
      if (wanted(message)) {
        last = Math.max(last, message.change());
        waiting.add(message.text());
      }
    }
    if (waiting.size() > allowance) {
      drop();
    } else {
      flush();
    }
  }

  private boolean wanted(Message message) {
    if (message.isNews()) {
      return message.runKey() == runKey.orElse(0);
    }
    return message.change() > last
        && (runKey.isPresent() ? message.runKey() == runKey.getAsLong() : !message.ofStep());
  }

  /** Sends what was before the stream began, then what came in since. */
  void begin(List<Message> messages, long upTo) {
    messages.forEach(message -> waiting.add(message.text()));
    allowance = waiting.size() + MOST_WAITING;
    last = upTo;
    past = false;
    push(List.copyOf(early));
    early.clear();
  }

  private void flush() {
    while (!waiting.isEmpty() && !response.closed() && !response.writeQueueFull()) {
      response.write(waiting.remove());
    }
    if (!waiting.isEmpty() && !response.closed()) {
      response.drainHandler(v -> flush());
    }
  }

  /** Every 15 s, from any thread: shows life, ends what is stuck, and old streams. */
  void beat() {
    context.runOnContext(
        v -> {
          if (past) {
            return; // why: the head of the response is not written yet
          }
          beats++;
          // why the end after half an hour: the browser comes again and must show who it is
          if ((stuck && !waiting.isEmpty()) || beats > MOST_BEATS) {
            drop();
            return;
          }
          stuck = !waiting.isEmpty();
          waiting.add(Message.HEARTBEAT);
          flush();
        });
  }

  private void drop() {
    waiting.clear();
    response.end();
  }
}
