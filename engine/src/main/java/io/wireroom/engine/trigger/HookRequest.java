package io.wireroom.engine.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The {@code request} that expressions see: {@code {method, path, query, headers, body, receivedAt,
 * id}}.
 */
final class HookRequest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** why: credentials are of no use to a workflow and would be stored with the run. */
  private static final Set<String> WITHHELD =
      Set.of("authorization", "cookie", "proxy-authorization");

  private HookRequest() {}

  static ObjectNode read(RoutingContext context, String path, String eventId, Instant now) {
    var request = context.request();
    var node = NODES.objectNode();
    node.put("method", request.method().name());
    node.put("path", path);
    node.set("query", values(context.queryParams()));
    node.set("headers", headers(request.headers()));
    node.set("body", body(context));
    node.put("receivedAt", now.toString());
    node.put("id", eventId);
    return node;
  }

  private static ObjectNode headers(MultiMap headers) {
    var node = NODES.objectNode();
    for (var name : headers.names()) {
      var lower = name.toLowerCase(Locale.ROOT);
      if (!WITHHELD.contains(lower)) {
        node.put(lower, String.join(", ", headers.getAll(name)));
      }
    }
    return node;
  }

  private static ObjectNode values(MultiMap values) {
    var node = NODES.objectNode();
    for (var name : values.names()) {
      put(node, name, values.getAll(name));
    }
    return node;
  }

  /** One value as text, several as a list. */
  private static void put(ObjectNode node, String name, List<String> values) {
    if (values.size() == 1) {
      node.put(name, values.getFirst());
    } else {
      values.forEach(node.withArray("/" + name.replace("~", "~0").replace("/", "~1"))::add);
    }
  }

  private static JsonNode body(RoutingContext context) {
    var body = context.body().buffer();
    if (body == null || body.length() == 0) {
      return NODES.nullNode();
    }
    var type = mediaType(context);
    if (type.equals("application/json") || type.endsWith("+json")) {
      return json(body);
    }
    if (type.equals("application/x-www-form-urlencoded")) {
      return form(body);
    }
    if (type.startsWith("text/") || type.endsWith("/xml") || type.endsWith("+xml")) {
      return NODES.textNode(body.toString(StandardCharsets.UTF_8));
    }
    throw new HttpProblem(415, "Send the body as JSON, a form, text or XML, not as " + type + ".");
  }

  private static String mediaType(RoutingContext context) {
    var type = context.request().getHeader("Content-Type");
    return type == null
        ? "application/json"
        : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static JsonNode json(Buffer body) {
    try {
      return Json.MAPPER.readTree(body.getBytes());
    } catch (JsonProcessingException e) {
      throw new HttpProblem(422, "The body is not readable as JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode form(Buffer body) {
    try {
      var node = NODES.objectNode();
      Map<String, List<String>> fields =
          new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), false).parameters();
      fields.forEach((name, values) -> put(node, name, values));
      return node;
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(422, "The body is not readable as a form: " + e.getMessage());
    }
  }
}
