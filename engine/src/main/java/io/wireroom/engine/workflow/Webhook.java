package io.wireroom.engine.workflow;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A webhook on a start event, as it is drawn (CONTRACT, "A webhook").
 *
 * @param method upper case, or {@code ANY}
 * @param response {@code ack}, {@code result} or {@code respond}
 */
public record Webhook(
    String workflow,
    String elementId,
    String path,
    String method,
    String auth,
    String response,
    String responseExpression,
    Duration timeout,
    String resultVariable,
    String resultExpression,
    List<String> faults) {
  static final String TYPE = "wireroom:webhook:1";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Set<String> METHODS =
      Set.of("ANY", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");

  static Webhook of(String workflow, String elementId, Map<String, String> properties) {
    var faults = new ArrayList<String>();
    var path = properties.getOrDefault("inbound.path", "").strip();
    if (!path.matches("[a-z0-9][a-z0-9._~-]*(/[a-z0-9][a-z0-9._~-]*)*") || path.length() > 200) {
      faults.add(
          "The webhook path '" + path + "' must be small letters, digits, dashes and slashes.");
    }
    var method = word(properties, "inbound.method", "any").toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      faults.add("The webhook method must be any, GET, POST, PUT, PATCH, DELETE or HEAD.");
    }
    var auth = word(properties, "inbound.auth.type", "none");
    if (!Set.of("none", "bearer").contains(auth)) {
      faults.add("The webhook's auth must be none or bearer, not " + auth + ".");
    }
    var response = word(properties, "inbound.response", "ack");
    if (!Set.of("ack", "result", "respond").contains(response)) {
      faults.add("The webhook's response must be ack, result or respond, not " + response + ".");
    }
    return new Webhook(
        workflow,
        elementId,
        path,
        method,
        auth,
        response,
        word(properties, "inbound.responseExpression", ""),
        timeout(word(properties, "inbound.timeout", ""), faults),
        word(properties, "resultVariable", ""),
        word(properties, "resultExpression", ""),
        List.copyOf(faults));
  }

  /** The name of the message that starts the run. */
  public String messageName() {
    return "wireroom:" + workflow + ":" + elementId;
  }

  /** Whether both claim the same requests. */
  boolean overlaps(Webhook other) {
    return path.equals(other.path)
        && (method.equals(other.method) || method.equals("ANY") || other.method.equals("ANY"));
  }

  private static String word(Map<String, String> properties, String key, String otherwise) {
    var value = properties.getOrDefault(key, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  private static Duration timeout(String text, List<String> faults) {
    if (text.isEmpty()) {
      return TIMEOUT;
    }
    try {
      var given = Duration.parse(text.matches("(?i)[0-9]+[smh]") ? "PT" + text : text);
      if (given.isPositive() && given.compareTo(LONGEST) <= 0) {
        return given;
      }
    } catch (DateTimeParseException e) {
      // the fault below says it
    }
    faults.add("The webhook's timeout must be from 1s to 5m, such as 30s, not " + text + ".");
    return TIMEOUT;
  }
}
