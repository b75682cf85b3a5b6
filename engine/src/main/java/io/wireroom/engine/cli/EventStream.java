package io.wireroom.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events on a thread of its own, so that waiting for one has an end. */
final class EventStream implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InputStream bytes;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  EventStream(InputStream bytes) {
    this.bytes = bytes;
    Thread.ofVirtual().name("events").start(this::read);
  }

  /** The next event; empty when the time is over. */
  Optional<Event> next(Duration within) throws InterruptedException {
    return Optional.ofNullable(events.poll(Math.max(0, within.toMillis()), TimeUnit.MILLISECONDS));
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      var name = "";
      var line = lines.readLine();
      while (line != null) {
        if (line.startsWith("event:")) {
          name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          events.add(new Event(name, JSON.readTree(line.substring(5))));
        }
        line = lines.readLine();
      }
    } catch (IOException e) {
      // why nothing: the caller closed the stream, or sees by the time-out that it ended
    }
    events.add(new Event("closed", JSON.createObjectNode()));
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      // why nothing: it is closed either way
    }
  }

  /** One event; {@code closed} when the server ended the stream. */
  record Event(String name, JsonNode data) {}
}
