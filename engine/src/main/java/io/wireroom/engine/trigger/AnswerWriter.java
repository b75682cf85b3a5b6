package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerResponse;
import io.wireroom.engine.trigger.Callers.Answer;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.worker.Said;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes what respond steps say, whole or as server-sent events. Event loop. */
final class AnswerWriter {
  /** Bytes that may wait for a caller that reads slowly; behind that it is hung up on. */
  private static final int MOST_WAITING = 1 << 20;

  private final HttpServerResponse response;

  AnswerWriter(HttpServerResponse response) {
    this.response = response;
  }

  /** One answer, and that is all. */
  void whole(Answer answer) {
    response.setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    if (answer.body().isNull()) {
      response.end();
    } else if (answer.body().isTextual()) {
      endAs("text/plain; charset=utf-8", answer.body().textValue());
    } else {
      endAs("application/json", answer.body().toString());
    }
  }

  private void endAs(String type, String text) {
    if (!response.headers().contains("Content-Type")) {
      response.putHeader("Content-Type", type);
    }
    response.end(text);
  }

  /** The event is on disk; from now on there are parts. */
  void beginStream(String eventId) {
    response
        .setChunked(true)
        .setWriteQueueMaxSize(MOST_WAITING)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Encoding", "identity"); // why: a compressor holds text back
    event("accepted", Map.of("eventId", eventId));
  }

  /** One respond step's body: text line by line, anything else as JSON. */
  void part(Answer answer) {
    write("event: part\n" + data(answer.body()) + "\n");
  }

  /** More of what a step writes at this moment. */
  void text(Said said) {
    event(
        "text",
        new Written(said.elementId(), String.valueOf(said.stepKey()), said.at(), said.text()));
  }

  /** The run is over, or goes on without this caller. */
  void endStream(String status) {
    event("end", Map.of("status", status));
    response.end();
  }

  private void event(String name, Object data) {
    var json = new String(Json.bytes(data), StandardCharsets.UTF_8);
    write("event: " + name + "\ndata: " + json + "\n\n");
  }

  private void write(String event) {
    if (response.writeQueueFull()) {
      response.reset(); // why: nothing may be missing in between, and the run goes on without it
    } else {
      response.write(event);
    }
  }

  /**
   * A piece of a step's text.
   *
   * @param step tells apart what the same step writes for each item of a loop
   * @param at characters before; 0 when the step begins, also again
   */
  record Written(String element, String step, long at, String text) {}

  private static String data(JsonNode body) {
    var text = body.isTextual() ? body.textValue() : body.toString();
    // why each line by itself: a line break would end the field, and what follows be another
    return String.join("", text.lines().map(line -> "data: " + line + "\n").toList());
  }
}
