package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.trigger.auth.HookVerdict;
import io.wireroom.engine.trigger.inbox.Document;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code request} that expressions see: {@code {method, path, query, headers, body, rawBody,
 * receivedAt, id}}.
 */
final class HookRequest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** why: credentials are of no use to a workflow and would be stored with the run. */
  private static final Set<String> WITHHELD =
      Set.of("authorization", "cookie", "proxy-authorization");

  private HookRequest() {}

  /** Everything but the body; without what the verdict says to withhold. */
  static ObjectNode head(
      RoutingContext context, String path, String eventId, Instant now, HookVerdict verdict) {
    var request = context.request();
    var withheld = withheld(verdict);
    var node = NODES.objectNode();
    node.put("method", request.method().name());
    node.put("path", path);
    node.set("query", query(context.queryParams(), withheld));
    node.set("headers", headers(request.headers(), withheld));
    node.put("receivedAt", now.toString());
    node.put("id", eventId);
    return node;
  }

  /** why the same for refused requests: what proves nothing may still be somebody's secret. */
  private static Withheld withheld(HookVerdict verdict) {
    return switch (verdict) {
      case HookVerdict.Passed(var headers, var query) -> new Withheld(headers, query, false);
      case HookVerdict.Refused refused -> new Withheld(Set.of(), Set.of(), true);
      case HookVerdict.Challenge challenge -> new Withheld(Set.of(), Set.of(), true);
    };
  }

  /** Adds the body as it was read, and the reference to its bytes. */
  static void put(ObjectNode request, JsonNode body, Optional<Document> raw) {
    request.set("body", body);
    raw.ifPresent(document -> request.set("rawBody", document.reference().json()));
  }

  private static ObjectNode headers(MultiMap headers, Withheld withheld) {
    var node = NODES.objectNode();
    for (var name : headers.names()) {
      var lower = name.toLowerCase(Locale.ROOT);
      if (!WITHHELD.contains(lower) && !withheld.headers().contains(lower) && !withheld.all()) {
        node.put(lower, String.join(", ", headers.getAll(name)));
      }
    }
    return node;
  }

  private static ObjectNode query(MultiMap values, Withheld withheld) {
    var node = NODES.objectNode();
    for (var name : values.names()) {
      if (!withheld.query().contains(name) && !withheld.all()) {
        put(node, name, values.getAll(name));
      }
    }
    return node;
  }

  /** One value as text, several as a list. */
  private static void put(ObjectNode node, String name, List<String> values) {
    if (values.size() == 1) {
      node.put(name, values.getFirst());
    } else {
      var list = NODES.arrayNode();
      values.forEach(list::add);
      node.set(name, list);
    }
  }

  private record Withheld(Set<String> headers, Set<String> query, boolean all) {}
}
