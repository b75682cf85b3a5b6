package io.wireroom.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Says in words why text is no JSON: where and what, without the parser's own terms. */
public final class JsonWords {
  private JsonWords() {}

  /** {@code line 1 column 2: …}, to come after "is not JSON, " or the like. */
  public static String of(JsonProcessingException e) {
    var at = e.getLocation();
    var where = at == null ? "" : "line " + at.getLineNr() + " column " + at.getColumnNr() + ": ";
    return where + what(String.valueOf(e.getOriginalMessage()));
  }

  private static String what(String message) {
    if (message.startsWith("Document nesting depth")) {
      return "it is nested too deeply";
    }
    if (message.startsWith("Unexpected end-of-input")) {
      return "it ends too early";
    }
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst(
            "\\s*\\((start marker|from `?StreamReadConstraints|for Object starting).*", "")
        .replaceFirst("\\s*\\(`?StreamReadConstraints.*", "");
  }
}
