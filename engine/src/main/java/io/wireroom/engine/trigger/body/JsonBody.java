package io.wireroom.engine.trigger.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.JsonWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;

/** JSON, read into a tree without recursion. */
final class JsonBody {
  static final int DEEPEST = 500;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST_PLACE = 200;
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          // why: names of strangers' bodies would fill a table that all parsers share
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(JsonNumber.LONGEST)
                  .maxNameLength(10_000)
                  .maxStringLength(20_000_000)
                  .maxTokenCount(1_000_000)
                  .build())
          .build();

  private JsonBody() {}

  /**
   * The value.
   *
   * @throws HttpProblem 422 naming the place
   */
  static JsonNode read(byte[] bytes) {
    var text = StrictText.decode(bytes, StandardCharsets.UTF_8, "The body");
    try (var parser = JSON.createParser(text)) {
      return tree(parser);
    } catch (JsonProcessingException e) {
      var what = JsonWords.of(e);
      throw new HttpProblem(
          422,
          "The body is not readable as JSON, " + what,
          List.of(new HttpProblem.Detail("/", what)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      throw new HttpProblem(422, "The body is empty; send JSON, such as {}.");
    }
    var open = new ArrayDeque<ContainerNode<?>>();
    var root = next(parser, open);
    while (!open.isEmpty()) {
      var token = parser.nextToken();
      if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        open.pop();
      } else {
        add(parser, open);
      }
    }
    if (parser.nextToken() != null) {
      throw new HttpProblem(422, "The body has something after its JSON.");
    }
    return root;
  }

  private static void add(JsonParser parser, ArrayDeque<ContainerNode<?>> open) throws IOException {
    switch (open.element()) {
      case ObjectNode object -> {
        var name = text(parser, parser.currentName());
        if (name.indexOf('\0') >= 0) {
          throw at(parser, "A name has a NUL character.");
        }
        if (object.has(name)) {
          throw at(parser, "A name stands there twice.");
        }
        parser.nextToken();
        object.set(name, next(parser, open));
      }
      case ArrayNode array -> array.add(next(parser, open));
      default -> throw new IllegalStateException("neither object nor array");
    }
  }

  /** The value at the current token; a container is put on {@code open} to be filled. */
  private static JsonNode next(JsonParser parser, ArrayDeque<ContainerNode<?>> open)
      throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> opened(NODES.objectNode(), open);
      case START_ARRAY -> opened(NODES.arrayNode(), open);
      case VALUE_STRING -> NODES.textNode(text(parser, parser.getText()));
      case VALUE_NUMBER_INT ->
          JsonNumber.whole(parser.getText()).orElseThrow(() -> at(parser, JsonNumber.TOO_LARGE));
      case VALUE_NUMBER_FLOAT ->
          JsonNumber.decimal(parser.getText()).orElseThrow(() -> at(parser, JsonNumber.TOO_EXACT));
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IllegalStateException("no value: " + parser.currentToken());
    };
  }

  private static <N extends ContainerNode<?>> N opened(
      N container, ArrayDeque<ContainerNode<?>> open) {
    open.push(container);
    return container;
  }

  /** why: half of a surrogate pair has no UTF-8, so it would be stored as something else. */
  private static String text(JsonParser parser, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(
            text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
          throw at(parser, "A text has half of a surrogate pair.");
        }
        i++;
      }
    }
    return text;
  }

  private static HttpProblem at(JsonParser parser, String message) {
    var pointer = parser.getParsingContext().pathAsPointer().toString();
    var place =
        pointer.length() > LONGEST_PLACE ? pointer.substring(0, LONGEST_PLACE) + "…" : pointer;
    return new HttpProblem(
        422,
        "The body's JSON cannot be taken as it is. " + message,
        List.of(new HttpProblem.Detail(place, message)));
  }
}
