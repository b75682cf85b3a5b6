package io.wireroom.engine.trigger.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.MultiMap;
import io.wireroom.engine.web.HttpProblem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Reads a request's body by its {@code Content-Type}; without one it must be JSON. Only computes:
 * about 10 ms per MB, so a large body belongs off the event loop.
 */
public final class BodyReader {
  private BodyReader() {}

  /**
   * The body; null as value when there is none or when it is neither JSON, form, text nor XML.
   *
   * @throws HttpProblem 415 when its type or charset is not readable, 422 when the body is not
   */
  public static Body read(MultiMap headers, byte[] bytes) {
    if (bytes.length == 0) {
      return Body.of(JsonNodeFactory.instance.nullNode());
    }
    var encodings = headers.getAll("Content-Encoding");
    if (!encodings.stream().allMatch("identity"::equalsIgnoreCase)) {
      throw new HttpProblem(415, "Send the body as it is, without Content-Encoding.");
    }
    var types = headers.getAll("Content-Type");
    if (types.size() > 1) {
      throw new HttpProblem(415, "The request has several headers Content-Type.");
    }
    var header = types.isEmpty() ? "application/json" : types.getFirst();
    var type = MediaType.parse(header);
    return type.name().equals("multipart/form-data")
        ? MultipartBody.read(header, type.parameters().getOrDefault("boundary", ""), bytes)
        : Body.of(value(type, bytes));
  }

  private static JsonNode value(MediaType type, byte[] bytes) {
    if (type.isJson()) {
      requireUtf8(type);
      return JsonBody.read(bytes);
    }
    if (type.name().equals("application/x-www-form-urlencoded")) {
      requireUtf8(type);
      return FormBody.read(bytes);
    }
    if (type.isXml()) {
      return text(bytes, type, XmlCharset.of(bytes));
    }
    return type.isText()
        ? text(bytes, type, StandardCharsets.UTF_8)
        : JsonNodeFactory.instance.nullNode();
  }

  private static JsonNode text(byte[] bytes, MediaType type, Charset otherwise) {
    var charset = type.charset().orElse(otherwise);
    return JsonNodeFactory.instance.textNode(StrictText.decode(bytes, charset, "The body"));
  }

  private static void requireUtf8(MediaType type) {
    if (!type.charset().orElse(StandardCharsets.UTF_8).equals(StandardCharsets.UTF_8)) {
      throw new HttpProblem(415, "Send this body in UTF-8.");
    }
  }
}
