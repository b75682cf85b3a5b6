package io.wireroom.engine.monitor;

import io.vertx.core.buffer.Buffer;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.web.Json;

/**
 * One server-sent event.
 *
 * @param change the number that a browser sends back as {@code Last-Event-ID}
 */
record Message(long runKey, boolean ofStep, long change, Buffer text) {
  private static final long NEWS = -1;

  static final Buffer HEARTBEAT = Buffer.buffer(": heartbeat\n\n");

  static Message of(Run run) {
    return new Message(run.key(), false, run.change(), text("run", run.change(), RunJson.run(run)));
  }

  static Message of(Step step) {
    var json = RunJson.step(step);
    json.put("runKey", String.valueOf(step.runKey()));
    return new Message(step.runKey(), true, step.change(), text("step", step.change(), json));
  }

  /**
   * why no id: the steps that follow it have smaller ones, and a break in between must not hide
   * them.
   */
  static Message first(Run run) {
    return new Message(
        run.key(),
        false,
        0,
        Buffer.buffer("event: run\ndata: ")
            .appendBytes(Json.bytes(RunJson.run(run)))
            .appendString("\n\n"));
  }

  /** News that no list of changes repeats: without a number, for those who listen to everything. */
  static Message news(String event, Object data) {
    return new Message(
        0,
        false,
        NEWS,
        Buffer.buffer("event: " + event + "\ndata: ")
            .appendBytes(Json.bytes(data))
            .appendString("\n\n"));
  }

  boolean isNews() {
    return change == NEWS;
  }

  private static Buffer text(String event, long id, Object data) {
    return Buffer.buffer("id: " + id + "\nevent: " + event + "\ndata: ")
        .appendBytes(Json.bytes(data))
        .appendString("\n\n");
  }
}
