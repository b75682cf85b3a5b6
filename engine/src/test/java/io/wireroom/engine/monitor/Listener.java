package io.wireroom.engine.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpClientResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A browser's end of an event stream. */
final class Listener {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClientResponse response;
  private final StringBuffer unread = new StringBuffer();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private int heartbeats;

  Listener(HttpClientResponse response) {
    this.response = response;
    response.handler(
        text -> {
          unread.append(text);
          take();
        });
    response.endHandler(v -> ended.set(true));
    response.exceptionHandler(e -> ended.set(true));
  }

  int status() {
    return response.statusCode();
  }

  /** Stops reading, as a browser that hangs. */
  void hang() {
    response.pause();
  }

  void goOn() {
    response.resume();
  }

  boolean ended() {
    return ended.get();
  }

  List<Event> events() {
    return events;
  }

  int heartbeats() {
    return heartbeats;
  }

  private void take() {
    for (var end = unread.indexOf("\n\n"); end >= 0; end = unread.indexOf("\n\n")) {
      var block = unread.substring(0, end);
      unread.delete(0, end + 2);
      if (block.equals(": heartbeat")) {
        heartbeats++;
      } else if (!block.startsWith(":")) {
        events.add(Event.of(block));
      }
    }
  }

  /** One event; {@code id} is empty when it had none. */
  record Event(String id, String kind, JsonNode data) {
    static Event of(String block) {
      var id = "";
      var kind = "";
      var data = "";
      for (var line : block.split("\n", -1)) {
        id = line.startsWith("id: ") ? line.substring(4) : id;
        kind = line.startsWith("event: ") ? line.substring(7) : kind;
        data = line.startsWith("data: ") ? line.substring(6) : data;
      }
      try {
        return new Event(id, kind, JSON.readTree(data));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(block, e);
      }
    }

    /** The event in a word or two, as in {@code step fetch running}. */
    String brief() {
      var what = kind.equals("run") ? "run" : "step " + data.path("elementId").asText();
      return what + " " + data.path("status").asText();
    }
  }
}
