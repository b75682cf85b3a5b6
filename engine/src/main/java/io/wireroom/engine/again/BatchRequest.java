package io.wireroom.engine.again;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.Status;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.HttpProblem.Detail;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which runs are run again together, and how.
 *
 * @param keys the runs themselves; empty to choose by the rest
 * @param fromElement the element to begin at, at its first pass; empty for the start
 */
record BatchRequest(
    List<Long> keys,
    Optional<String> workflow,
    Optional<Status> status,
    Optional<Instant> since,
    Optional<Instant> until,
    int limit,
    Optional<String> fromElement,
    AgainRequest how) {
  private static final int MOST = 500;

  static BatchRequest of(ObjectNode body) {
    var own = body.deepCopy();
    var fromElement = text(body.path("from"), "elementId");
    if (fromElement.isPresent()) {
      own.remove("from");
    }
    // why a number or a moment: "from" is a step in one run, and the begin of a span in a list
    var since = body.path("from").isTextual() ? instant(body, "from") : Optional.<Instant>empty();
    if (since.isPresent()) {
      own.remove("from");
    }
    if (own.hasNonNull("from")) {
      throw wrong("from", "for several runs give {\"elementId\": …}; steps differ from run to run");
    }
    var keys = keys(body);
    var workflow = text(body, "workflow");
    if (keys.isEmpty() == workflow.isEmpty()) {
      throw wrong("keys", "give either keys of runs or a workflow");
    }
    var limit = body.path("limit").asInt(100);
    if (limit < 1 || limit > MOST || keys.size() > MOST) {
      throw wrong("limit", "at most " + MOST + " runs at once");
    }
    return new BatchRequest(
        keys,
        workflow,
        text(body, "status").map(BatchRequest::status),
        since,
        instant(body, "to"),
        limit,
        fromElement,
        AgainRequest.of(own));
  }

  private static Status status(String word) {
    return Status.of(word).orElseThrow(() -> wrong("status", "there is no status " + word));
  }

  private static List<Long> keys(ObjectNode body) {
    var keys = new ArrayList<Long>();
    for (var key : body.path("keys")) {
      if (!key.asText().matches("[0-9]{1,18}")) {
        throw wrong("keys", "must be keys of runs");
      }
      keys.add(key.asLong());
    }
    return List.copyOf(keys);
  }

  private static Optional<String> text(com.fasterxml.jackson.databind.JsonNode body, String name) {
    return Optional.of(body.path(name).asText("")).filter(text -> !text.isBlank());
  }

  private static Optional<Instant> instant(ObjectNode body, String name) {
    try {
      return text(body, name).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw wrong(name, "must be a moment such as 2026-11-25T10:00:00Z");
    }
  }

  private static HttpProblem wrong(String path, String message) {
    return new HttpProblem(
        422,
        "The request is not right: " + path + ": " + message + ".",
        List.of(new Detail(path, message)));
  }
}
