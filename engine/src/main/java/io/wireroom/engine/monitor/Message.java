package io.wireroom.engine.monitor;

import io.vertx.core.buffer.Buffer;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.monitor.LiveTexts.Piece;
import io.wireroom.engine.web.Json;

/**
 * One server-sent event.
 *
 * @param runKey 0 for news of no run
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

  /** What a step writes: without a number, since no list of changes repeats it. */
  static Message of(Piece piece) {
    var json = Json.MAPPER.createObjectNode();
    json.put("runKey", String.valueOf(piece.runKey()));
    json.put("step", String.valueOf(piece.stepKey()));
    json.put("at", piece.at());
    json.put("text", piece.text());
    return news(piece.runKey(), "text", json);
  }

  /** News that no list of changes repeats: without a number, for those who listen to everything. */
  static Message news(String event, Object data) {
    return news(0, event, data);
  }

  private static Message news(long runKey, String event, Object data) {
    return new Message(
        runKey,
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
