package io.wireroom.engine.trigger.auth;

import io.vertx.core.MultiMap;
import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.access.Caller;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.workflow.Bpmn;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.WebhookAuth;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests, settings and secrets for tests of the schemes. */
final class Calls {
  private Calls() {}

  /** A POST from this machine; headers as {@code name, value, name, value …}. */
  static HookCall post(String body, String... headers) {
    return post(body.getBytes(StandardCharsets.UTF_8), headers);
  }

  static HookCall post(byte[] body, String... headers) {
    var all = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < headers.length; i += 2) {
      all.add(headers[i], headers[i + 1]);
    }
    return new HookCall(
        "POST", all, MultiMap.caseInsensitiveMultiMap(), body, true, "http://127.0.0.1:8080");
  }

  /** A GET with query parameters as {@code name, value …}. */
  static HookCall get(String... query) {
    var all = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < query.length; i += 2) {
      all.add(query[i], query[i + 1]);
    }
    return new HookCall(
        "GET", MultiMap.caseInsensitiveMultiMap(), all, new byte[0], true, "http://127.0.0.1:8080");
  }

  /**
   * The settings as the diagram would give them; properties without their {@code inbound.auth.}.
   */
  static WebhookAuth auth(String type, String... properties) {
    var drawn = Bpmn.hook("w", settings(type, properties));
    return Diagram.parse(drawn).webhooks().getFirst().auth();
  }

  /** The same as they stand in a diagram. */
  static Map<String, String> settings(String type, String... properties) {
    var all = new HashMap<>(Map.of("inbound.auth.type", type));
    for (int i = 0; i < properties.length; i += 2) {
      all.put("inbound.auth." + properties[i], properties[i + 1]);
    }
    return all;
  }

  /** A connection {@code c} with these secrets, newest first, at this moment. */
  static HookAuth withSecrets(Instant now, String... secrets) {
    return with(
        now,
        Arrays.stream(secrets)
            .map(secret -> new Connection("webhook-secret", Map.of("secret", secret)))
            .toList());
  }

  /** A connection {@code c} with these values, newest first, at this moment. */
  static HookAuth with(Instant now, List<Connection> valid) {
    return new HookAuth(
        token ->
            switch (token) {
              case "authors" -> Optional.of(new Caller("ada", Role.AUTHOR));
              case "viewers" -> Optional.of(new Caller("bob", Role.VIEWER));
              default -> Optional.empty();
            },
        name -> name.equals("c") ? valid : List.of(),
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
