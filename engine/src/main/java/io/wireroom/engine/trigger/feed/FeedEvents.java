package io.wireroom.engine.trigger.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.expression.ResultMapping;
import io.wireroom.engine.trigger.StartVariables;
import io.wireroom.engine.trigger.inbox.Accepted;
import io.wireroom.engine.trigger.inbox.DedupeKey;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.trigger.inbox.Target;
import io.wireroom.engine.trigger.inbox.TriggerKind;
import io.wireroom.engine.workflow.FeedStart;
import io.wireroom.engine.workflow.MessageStart;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Turns a feed's entries into events of the inbox. Blocks until each is on disk. */
final class FeedEvents {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Function<NewEvent, Future<Accepted>> inbox;
  private final StartVariables values;
  private final Clock clock;

  FeedEvents(Function<NewEvent, Future<Accepted>> inbox, StartVariables values, Clock clock) {
    this.inbox = inbox;
    this.values = values;
    this.clock = clock;
  }

  /**
   * Takes one entry; the same entry again is no new event.
   *
   * @param feed the feed's title and address
   * @return why it could not be made an event; empty when it is on disk
   */
  Optional<String> take(FeedStart start, ObjectNode feed, JsonNode entry) {
    var context = NODES.objectNode();
    context.set("entry", entry);
    context.set("feed", feed);
    return switch (values.map(
        start.resultVariable(), start.resultExpression(), entry, context, context)) {
      case ResultMapping.Failed(var reason) -> Optional.of(reason);
      case ResultMapping.Variables(var variables) -> {
        Future.await(inbox.apply(event(start, entry, variables)));
        yield Optional.empty();
      }
    };
  }

  private NewEvent event(FeedStart start, JsonNode entry, ObjectNode variables) {
    var id = Inbox.newId();
    var now = clock.instant();
    var request = NODES.objectNode().put("method", "GET").put("path", start.url());
    request.putObject("query");
    request.putObject("headers");
    request.set("body", entry);
    request.put("receivedAt", now.toString()).put("id", id);
    var name = new MessageStart(start.workflow(), start.elementId()).messageName();
    var target = new Target.Message(start.workflow(), start.elementId(), name, Optional.empty());
    var key = SeenEntries.key(entry.path("id").asText());
    return NewEvent.of(id, TriggerKind.FEED, target, request, variables, now)
        .dedupedBy(new DedupeKey(start.workflow() + ":" + start.elementId(), key));
  }
}
