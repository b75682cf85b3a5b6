package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;

/** JSON as the SDK wants it, and back. */
final class Documents {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Documents() {}

  static Document of(JsonNode json) {
    if (json.isObject()) {
      Map<String, Document> fields = new LinkedHashMap<>();
      json.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
      return Document.fromMap(fields);
    }
    if (json.isArray()) {
      var items = new ArrayList<Document>();
      json.forEach(item -> items.add(of(item)));
      return Document.fromList(items);
    }
    if (json.isNumber()) {
      return Document.fromNumber(json.asText());
    }
    return json.isBoolean()
        ? Document.fromBoolean(json.booleanValue())
        : json.isTextual() ? Document.fromString(json.textValue()) : Document.fromNull();
  }

  static JsonNode json(Document document) {
    if (document.isMap()) {
      var object = JSON.objectNode();
      document.asMap().forEach((name, value) -> object.set(name, json(value)));
      return object;
    }
    if (document.isList()) {
      var array = JSON.arrayNode();
      document.asList().forEach(item -> array.add(json(item)));
      return array;
    }
    if (document.isNumber()) {
      var number = document.asNumber().bigDecimalValue();
      return number.scale() <= 0 && number.precision() < 19
          ? JSON.numberNode(number.longValue())
          : JSON.numberNode(number);
    }
    return document.isBoolean()
        ? JSON.booleanNode(document.asBoolean())
        : document.isString() ? JSON.textNode(document.asString()) : JSON.nullNode();
  }
}
