package io.wireroom.engine.connections;

import java.util.Map;
import java.util.stream.Stream;

/** Texts that are made of a credential on its way out, and are as secret as it is. */
final class Derived {
  private Derived() {}

  static Stream<String> from(String type, Map<String, String> values) {
    return switch (type) {
      // why: base64 of it is the Authorization header
      case "basic" ->
          Stream.of(values.getOrDefault("user", "") + ":" + values.getOrDefault("password", ""));
      // why: the prefix says what it is; the rest alone is the key
      case "webhook-secret" ->
          Stream.of(values.getOrDefault("secret", "").replaceFirst("^whsec_", ""));
      default -> Stream.empty();
    };
  }
}
