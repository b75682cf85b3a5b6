package io.wireroom.engine.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.alert.Rule.Kind;
import io.wireroom.engine.history.IncidentView;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.web.Json;
import java.time.Duration;
import java.time.Instant;

/**
 * Why somebody is told.
 *
 * @param key the same for all that is told once
 * @param facts what the receiver gets beside the alert's own fields; {@code text} is one sentence
 * @param path where it is mended
 */
record Cause(String key, ObjectNode facts, String path) {
  private static final int LONGEST = 300;

  static Cause of(Kind kind, IncidentView incident) {
    var facts = Json.MAPPER.createObjectNode();
    facts.put("workflow", incident.workflow());
    facts.put("workflowName", incident.workflowName());
    facts.put("version", incident.version());
    facts.put("elementId", incident.elementId());
    facts.put("name", incident.name());
    facts.put("runKey", String.valueOf(incident.runKey()));
    facts.put("incidentKey", String.valueOf(incident.key()));
    facts.put("error", incident.message());
    if (kind == Kind.failedRun) {
      facts.put(
          "text",
          "Runs of '"
              + incident.workflowName()
              + "' fail at '"
              + incident.name()
              + "': "
              + said(incident));
      return new Cause(
          incident.workflow(), facts, "/runs?status=failed&workflow=" + incident.workflow());
    }
    facts.put(
        "text",
        "'"
            + incident.name()
            + "' of '"
            + incident.workflowName()
            + "' waits for somebody to mend it: "
            + said(incident));
    return new Cause(
        String.join(
            "|",
            incident.workflow(),
            String.valueOf(incident.version()),
            incident.elementId(),
            incident.type(),
            incident.code().orElse("")),
        facts,
        "/incident?key=" + incident.key());
  }

  /** why short: a connector may quote a whole page, and this is read on a telephone. */
  private static String said(IncidentView incident) {
    var line = incident.message().lines().findFirst().orElse("");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  static Cause ofBacklog(Instant oldest, Duration age) {
    var facts = Json.MAPPER.createObjectNode();
    facts.put("oldestAt", Times.text(oldest));
    facts.put("text", "Events have been waiting for their runs for " + words(age) + ".");
    return new Cause("backlog", facts, "/inbox");
  }

  static Cause ofLag(Duration lag) {
    var facts = Json.MAPPER.createObjectNode();
    facts.put("lagSeconds", lag.toSeconds());
    facts.put(
        "text",
        "What the broker does has not been seen for "
            + words(lag)
            + "; runs may go on without being shown.");
    return new Cause("lag", facts, "/runs");
  }

  private static String words(Duration time) {
    var minutes = time.toMinutes();
    return minutes < 2 ? time.toSeconds() + " seconds" : minutes + " minutes";
  }
}
