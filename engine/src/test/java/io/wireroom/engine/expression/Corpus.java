package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Expressions with the values that both the engine and the broker give them. */
record Corpus(ObjectNode context, List<Case> cases) {
  /** One expression over the corpus's context. */
  record Case(String expression, JsonNode value) {
    @Override
    public String toString() {
      return expression;
    }
  }

  static Corpus read() {
    try (var in = Corpus.class.getResourceAsStream("/expression/corpus.json")) {
      var json = new ObjectMapper().readTree(in);
      var cases = new ArrayList<Case>();
      for (var one : json.path("cases")) {
        cases.add(new Case(one.path("expression").asText(), one.path("value")));
      }
      return new Corpus((ObjectNode) json.path("context"), cases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
