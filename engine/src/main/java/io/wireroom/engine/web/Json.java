package io.wireroom.engine.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** JSON in requests and answers. */
public final class Json {
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .build();

  private Json() {}

  /** Answers with {@code status} and the value once it is there; failures go to the funnel. */
  public static void respond(RoutingContext context, int status, Future<?> value) {
    value.onSuccess(v -> send(context, status, v)).onFailure(context::fail);
  }

  public static void send(RoutingContext context, int status, Object value) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(Buffer.buffer(bytes(value)));
  }

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  /** The body as a JSON object; an empty body is an empty object. */
  public static ObjectNode object(RoutingContext context) {
    var body = context.body().buffer();
    if (body == null || body.length() == 0) {
      return MAPPER.createObjectNode();
    }
    if (parse(body.getBytes()) instanceof ObjectNode object) {
      return object;
    }
    throw new HttpProblem(422, "The body must be a JSON object, like {\"name\": \"value\"}.");
  }

  private static JsonNode parse(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      var what = JsonWords.of(e);
      throw new HttpProblem(
          422, "The body is not JSON, " + what + ".", List.of(new HttpProblem.Detail("/", what)));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
