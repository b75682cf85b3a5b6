package io.wireroom.engine.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.web.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * One cause, told or to be told.
 *
 * @param facts as in {@link Cause}, with the path as {@code path}
 * @param count how often it happened so far
 * @param attempts to deliver it
 * @param error why the last attempt failed
 */
record Alert(
    String id,
    String ruleId,
    String ruleName,
    String kind,
    ObjectNode facts,
    long count,
    Instant firstAt,
    Instant lastAt,
    Optional<Instant> resolvedAt,
    String state,
    int attempts,
    Instant nextAt,
    Optional<Instant> sentAt,
    Optional<String> error) {

  /** What the receiver gets. */
  ObjectNode message(String address) {
    var json = Json.MAPPER.createObjectNode();
    json.put("type", "wireroom.alert");
    json.put("id", id);
    json.put("rule", ruleName);
    json.put("on", kind);
    facts.properties().stream()
        .filter(fact -> !fact.getKey().equals("path"))
        .forEach(fact -> json.set(fact.getKey(), fact.getValue()));
    json.put("count", count);
    json.put("firstAt", Times.text(firstAt));
    json.put("lastAt", Times.text(lastAt));
    resolvedAt.ifPresent(at -> json.put("resolvedAt", Times.text(at)));
    json.put("link", address + facts.path("path").asText());
    return json;
  }

  /** What people see in the list. */
  ObjectNode json(String address) {
    var json = message(address);
    json.remove("type");
    json.put("ruleId", ruleId);
    json.put("state", state);
    json.put("attempts", attempts);
    sentAt.ifPresent(at -> json.put("sentAt", Times.text(at)));
    error.ifPresent(text -> json.put("failure", text));
    if (state.equals("waiting")) {
      json.put("nextAt", Times.text(nextAt));
    }
    return json;
  }
}
