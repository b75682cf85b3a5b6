package io.wireroom.engine.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Which documents a value refers to. */
public final class References {
  private References() {}

  /** The ids, at any depth. */
  public static Set<DocumentId> in(JsonNode value) {
    var found = new HashSet<DocumentId>();
    collect(value, found);
    return found;
  }

  private static void collect(JsonNode value, Set<DocumentId> found) {
    Reference.of(value).ifPresent(reference -> found.add(reference.id()));
    for (var part : value) {
      if (part.isContainerNode()) {
        collect(part, found);
      }
    }
  }
}
