package io.wireroom.library.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.wireroom.connector.Outcome;
import io.wireroom.library.Addresses;
import io.wireroom.library.MediaType;
import io.wireroom.net.Answer;
import io.wireroom.net.Request;
import java.io.IOException;
import java.util.Locale;

/** The response as data. */
final class AnswerReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private AnswerReader() {}

  static Outcome read(Request request, Answer.Response response) {
    try {
      var output = JSON.createObjectNode().put("status", response.status());
      output.set("headers", headers(response));
      output.set("body", body(response));
      return new Outcome.Done(output);
    } catch (JacksonException e) {
      return new Outcome.Rejected(
          HttpConnector.BAD_JSON,
          Addresses.named(request) + " calls its answer JSON, but it is not");
    } catch (IOException e) {
      throw new IllegalStateException("reading bytes in memory", e);
    }
  }

  private static JsonNode headers(Answer.Response response) {
    var headers = JSON.createObjectNode();
    for (var header : response.headers()) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      var before = headers.path(name);
      headers.put(
          name,
          before.isTextual() ? before.textValue() + ", " + header.getValue() : header.getValue());
    }
    return headers;
  }

  private static JsonNode body(Answer.Response response) throws IOException {
    var nodes = JsonNodeFactory.instance;
    if (response.body().length == 0) {
      return nodes.nullNode();
    }
    var type = MediaType.of(response);
    if (type.isJson()) {
      var read = JSON.readTree(response.body());
      return read instanceof MissingNode ? nodes.nullNode() : read;
    }
    // why binary: a Base64 text node, not Jackson's binary node, which other parts do not know.
    return nodes.textNode(
        type.isText()
            ? type.decode(response.body())
            : java.util.Base64.getEncoder().encodeToString(response.body()));
  }
}
