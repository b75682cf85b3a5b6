package io.wireroom.engine.alert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.connector.Connections;
import io.wireroom.engine.alert.Rule.Destination;
import io.wireroom.engine.trigger.inbox.Accepted;
import io.wireroom.engine.trigger.inbox.DedupeKey;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.trigger.inbox.Target;
import io.wireroom.engine.trigger.inbox.TriggerKind;
import io.wireroom.engine.web.Json;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import io.wireroom.net.Request;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Brings an alert to where its rule says. Blocks; for virtual threads. */
final class Delivery {
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final long MOST_BYTES = 100_000;

  private final Door door;
  private final Connections connections;
  private final Function<NewEvent, Future<Accepted>> inbox;
  private final Function<String, Optional<Target>> starts;
  private final Clock clock;

  /**
   * @param starts what starts a published workflow
   */
  Delivery(
      Door door,
      Connections connections,
      Function<NewEvent, Future<Accepted>> inbox,
      Function<String, Optional<Target>> starts,
      Clock clock) {
    this.door = door;
    this.connections = connections;
    this.inbox = inbox;
    this.starts = starts;
    this.clock = clock;
  }

  /** Why it did not arrive; empty when it did. */
  Optional<String> deliver(String alertId, ObjectNode message, Destination to) {
    return switch (to) {
      case Destination.Web(var url, var connection) -> post(alertId, message, url, connection);
      case Destination.Handler(var workflow) -> start(alertId, message, workflow);
    };
  }

  private Optional<String> post(
      String alertId, ObjectNode message, String url, Optional<String> connection) {
    var request =
        Request.post(URI.create(url), "application/json", Json.bytes(message))
            .header("webhook-id", alertId)
            .within(Request.Limits.DEFAULT.total(LIMIT).maxBytes(MOST_BYTES));
    if (connection.isPresent()) {
      var found = connections.find(connection.get());
      if (found.isEmpty()) {
        return Optional.of("There is no connection " + connection.get() + ".");
      }
      request = Credential.on(request, found.get(), alertId, clock.instant());
    }
    return switch (door.send(request)) {
      case Answer.Response response when response.status() < 300 -> Optional.empty();
      case Answer.Response response ->
          Optional.of("The receiver answered " + response.status() + ".");
      case Answer.Refused(var reason) -> Optional.of("The address is not allowed: " + reason + ".");
      case Answer.Unreachable(var reason, var _) ->
          Optional.of("The receiver was not reached: " + reason + ".");
      case Answer.TimedOut(var reason, var _) ->
          Optional.of("The receiver took too long: " + reason + ".");
      case Answer.TooLarge(var reason) -> Optional.empty();
    };
  }

  /** As an event, so that it gets exactly one run however often it is tried. */
  private Optional<String> start(String alertId, ObjectNode message, String workflow) {
    var target = starts.apply(workflow);
    if (target.isEmpty()) {
      return Optional.of("No workflow " + workflow + " is published that an event can start.");
    }
    var id = Inbox.newId();
    var now = clock.instant();
    var request = JsonNodeFactory.instance.objectNode();
    request.put("id", id).put("receivedAt", now.toString()).put("by", "alert");
    request.set("body", message);
    var variables = JsonNodeFactory.instance.objectNode();
    variables.set("alert", message);
    Future.await(
        inbox.apply(
            NewEvent.of(id, TriggerKind.API, target.get(), request, variables, now)
                .dedupedBy(new DedupeKey("alert", alertId))));
    return Optional.empty();
  }
}
