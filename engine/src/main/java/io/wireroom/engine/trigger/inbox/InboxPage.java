package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** A page of the inbox: the query's parameters in, items and the next cursor out. */
final class InboxPage {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private InboxPage() {}

  static EventFilter filter(RoutingContext context) {
    return new EventFilter(
        Params.query(context, "workflow"),
        Params.query(context, "status").map(InboxPage::status),
        Params.query(context, "kind"),
        Params.query(context, "q").map(String::strip),
        Params.query(context, "from").map(text -> time("from", text)),
        Params.query(context, "to").map(text -> time("to", text)),
        Params.query(context, "cursor")
            .map(text -> OptionalLong.of(number("cursor", text)))
            .orElse(OptionalLong.empty()),
        (int)
            Math.clamp(
                Params.query(context, "limit").map(t -> number("limit", t)).orElse((long) USUAL),
                1,
                MOST));
  }

  static ObjectNode page(EventFilter filter, List<EventView> events) {
    var json = Json.MAPPER.createObjectNode();
    json.set("items", Json.MAPPER.valueToTree(events));
    if (events.size() == filter.limit()) {
      json.put("next", String.valueOf(events.getLast().seq()));
    }
    return json;
  }

  private static EventStatus status(String word) {
    return EventStatus.of(word)
        .orElseThrow(
            () ->
                new HttpProblem(
                    422,
                    "status must be one of "
                        + String.join(
                            ", ",
                            Arrays.stream(EventStatus.values()).map(EventStatus::word).toList())
                        + ", not "
                        + word));
  }

  private static Instant time(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new HttpProblem(422, name + " must be a time such as 2026-11-23T10:00:00Z.");
    }
  }

  private static long number(String name, String text) {
    if (!text.matches("[0-9]{1,15}")) {
      throw new HttpProblem(422, name + " must be a number.");
    }
    return Long.parseLong(text);
  }
}
