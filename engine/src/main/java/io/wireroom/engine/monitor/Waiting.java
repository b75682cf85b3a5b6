package io.wireroom.engine.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.web.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What an open step waits for.
 *
 * @param message the name of what it waits for; of a back-off, what the last try said
 * @param text a sentence's end in words, after "waits"
 */
record Waiting(
    Step step,
    Kind kind,
    Optional<Instant> until,
    Optional<String> message,
    Optional<String> correlationKey,
    Optional<Long> runKey,
    String text) {

  /** For whom or what. */
  enum Kind {
    TIMER,
    MESSAGE,
    PERSON,
    BACKOFF,
    INCIDENT,
    JOB,
    BROKER,
    WORKFLOW
  }

  static Waiting of(Step step, Kind kind, String text) {
    return new Waiting(
        step, kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), text);
  }

  Waiting until(Instant time) {
    return new Waiting(step, kind, Optional.of(time), message, correlationKey, runKey, text);
  }

  Waiting message(Optional<String> name, Optional<String> key) {
    return new Waiting(step, kind, until, name, key, runKey, text);
  }

  Waiting run(long key) {
    return new Waiting(step, kind, until, message, correlationKey, Optional.of(key), text);
  }

  ObjectNode json() {
    var json = Json.MAPPER.createObjectNode();
    json.put("stepId", String.valueOf(step.key()));
    json.put("elementId", step.elementId());
    json.put("name", step.name());
    json.put("kind", kind.name().toLowerCase(Locale.ROOT));
    until.ifPresent(time -> json.put("until", Times.text(time)));
    message.ifPresent(name -> json.put("message", name));
    correlationKey.ifPresent(key -> json.put("correlationKey", key));
    runKey.ifPresent(key -> json.put("runKey", String.valueOf(key)));
    json.put("text", text);
    return json;
  }
}
