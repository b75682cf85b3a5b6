package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads vectors, with no trust in them. */
public final class Vectors {
  private Vectors() {}

  /** Empty for what is no list of numbers, or an empty one. */
  public static Optional<Content.Vector> read(JsonNode json) {
    if (!json.isArray() || json.isEmpty()) {
      return Optional.empty();
    }
    var values = new float[json.size()];
    for (int i = 0; i < values.length; i++) {
      if (!json.path(i).isNumber()) {
        return Optional.empty();
      }
      values[i] = json.path(i).floatValue();
    }
    return Optional.of(new Content.Vector(values));
  }
}
