package io.wireroom.engine.workflow;

import io.wireroom.engine.workflow.WebhookAuth.Challenge;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A webhook on a start event or on a message catch event, as it is drawn (CONTRACT, "A webhook").
 *
 * @param method upper case, or {@code ANY}
 * @param dedupeKey FEEL over {@code request}; empty for the provider's delivery id
 * @param correlationKey FEEL over {@code request}; never empty on a catch event without faults
 */
public record Webhook(
    String workflow,
    String elementId,
    Place place,
    String path,
    String method,
    WebhookAuth auth,
    WebhookAnswer answer,
    WebhookLimits limits,
    String dedupeKey,
    String correlationKey,
    String resultVariable,
    String resultExpression,
    List<String> faults) {
  static final String TYPE = "wireroom:webhook:1";

  private static final Set<String> METHODS =
      Set.of("ANY", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");
  private static final Set<String> SETTINGS =
      Set.of(
          "inbound.type",
          "inbound.path",
          "inbound.method",
          "inbound.dedupeKey",
          "inbound.correlationKey",
          "inbound.response",
          "inbound.responseExpression",
          "inbound.timeout",
          "inbound.limit.rate",
          "inbound.limit.body",
          "inbound.limit.concurrency");

  /** Where it stands. */
  public enum Place {
    /** It begins a run. */
    START,
    /** A run waits for it. */
    CATCH
  }

  static Webhook of(
      String workflow, String elementId, Place place, Map<String, String> properties) {
    var read = new InboundProperties(properties);
    read.refuseOthers("inbound.", SETTINGS);
    var path = read.text("inbound.path");
    if (!path.matches("[a-z0-9][a-z0-9._~-]*(/[a-z0-9][a-z0-9._~-]*)*") || path.length() > 200) {
      read.fault(
          "The webhook path '" + path + "' must be small letters, digits, dashes and slashes.");
    }
    var method = read.text("inbound.method", "any").toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      read.fault("The webhook method must be any, GET, POST, PUT, PATCH, DELETE or HEAD.");
    }
    var auth = WebhookAuth.of(read);
    var answer = WebhookAnswer.of(read);
    var limits = WebhookLimits.of(read);
    var correlationKey = read.text("inbound.correlationKey");
    if (place == Place.CATCH && correlationKey.isEmpty()) {
      read.fault(
          "Say which run a request belongs to: a correlation key such as =request.body.orderId.");
    }
    return new Webhook(
        workflow,
        elementId,
        place,
        path,
        method,
        auth,
        answer,
        limits,
        read.text("inbound.dedupeKey"),
        correlationKey,
        read.text("resultVariable"),
        read.text("resultExpression"),
        read.faults());
  }

  /** {@code ack}, {@code result}, {@code respond} or {@code stream}. */
  public String response() {
    return answer.mode();
  }

  public String responseExpression() {
    return answer.expression();
  }

  public Duration timeout() {
    return answer.timeout();
  }

  /**
   * The name of the message that the event becomes.
   *
   * <p>why by the path where there is a correlation key: a start and the steps that wait at the
   * same path take one message between them, and the broker decides which.
   */
  public String messageName() {
    return "wireroom:" + workflow + ":" + (correlationKey.isEmpty() ? elementId : "/" + path);
  }

  /** Whether requests of this method are for it; an address check comes as a GET. */
  public boolean takes(String requestMethod) {
    return method.equals("ANY") || method.equals(requestMethod) || isCheck(requestMethod);
  }

  private boolean isCheck(String requestMethod) {
    return requestMethod.equals("GET") && auth.challenge() != Challenge.NONE;
  }

  /** Whether both claim the same requests. */
  boolean overlaps(Webhook other) {
    return path.equals(other.path)
        && (method.equals("ANY")
            || other.method.equals("ANY")
            || takes(other.method)
            || other.takes(method)
            || (takes("GET") && other.takes("GET")));
  }

  /** All FEEL of it. */
  List<String> expressions() {
    return List.of(dedupeKey, correlationKey, resultExpression, answer.expression());
  }
}
