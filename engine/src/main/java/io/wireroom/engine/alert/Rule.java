package io.wireroom.engine.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.web.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wants to be told of.
 *
 * @param workflow only this one's; empty for all
 * @param after how long a backlog or a lag must last
 * @param since incidents from before it are not told
 */
record Rule(
    String id,
    String name,
    Kind on,
    Optional<String> workflow,
    Duration after,
    Destination to,
    boolean enabled,
    Instant since) {
  /** What is watched. */
  enum Kind {
    /** A step stopped; once for each step of a version and kind of error. */
    incident,
    /** Runs failed; once for each workflow. */
    failedRun,
    /** Events wait too long for their run. */
    backlog,
    /** The record stream is behind. */
    lag;

    boolean ofRuns() {
      return this == incident || this == failedRun;
    }
  }

  /** Where to. */
  sealed interface Destination {
    /** A request to this address. */
    record Web(String url, Optional<String> connection) implements Destination {}

    /** A run of this workflow. */
    record Handler(String workflow) implements Destination {}
  }

  ObjectNode json() {
    var json = Json.MAPPER.createObjectNode();
    json.put("id", id).put("name", name).put("on", on.name());
    workflow.ifPresent(w -> json.put("workflow", w));
    if (!on.ofRuns()) {
      json.put("after", after.toSeconds());
    }
    var target = json.putObject("to");
    switch (to) {
      case Destination.Web(var url, var connection) -> {
        target.put("url", url);
        connection.ifPresent(name -> target.put("connection", name));
      }
      case Destination.Handler(var handler) -> target.put("workflow", handler);
    }
    return json.put("enabled", enabled);
  }
}
