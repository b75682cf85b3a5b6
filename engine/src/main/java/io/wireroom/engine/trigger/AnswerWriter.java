package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerResponse;
import io.wireroom.engine.trigger.Callers.Answer;
import io.wireroom.engine.web.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes what respond steps say, whole or as server-sent events. Event loop. */
final class AnswerWriter {
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
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Encoding", "identity"); // why: a compressor holds text back
    event("accepted", Map.of("eventId", eventId));
  }

  /** One respond step's body: text line by line, anything else as JSON. */
  void part(Answer answer) {
    response.write("event: part\n" + data(answer.body()) + "\n");
  }

  /** The run is over, or goes on without this caller. */
  void endStream(String status) {
    event("end", Map.of("status", status));
    response.end();
  }

  private void event(String name, Map<String, String> data) {
    var json = new String(Json.bytes(data), StandardCharsets.UTF_8);
    response.write("event: " + name + "\ndata: " + json + "\n\n");
  }

  private static String data(JsonNode body) {
    var text = body.isTextual() ? body.textValue() : body.toString();
    // why each line by itself: a line break would end the field, and what follows be another
    return String.join("", text.lines().map(line -> "data: " + line + "\n").toList());
  }
}
