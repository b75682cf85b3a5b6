package io.wireroom.engine.trigger.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.wireroom.engine.web.HttpProblem;
import java.nio.charset.StandardCharsets;

/** Reads bodies in tests. */
final class Bodies {
  private Bodies() {}

  static Body read(String contentType, byte[] bytes) {
    var headers = MultiMap.caseInsensitiveMultiMap();
    return BodyReader.read(
        contentType.isEmpty() ? headers : headers.add("Content-Type", contentType), bytes);
  }

  static JsonNode value(String contentType, String text) {
    return read(contentType, text.getBytes(StandardCharsets.UTF_8)).value();
  }

  static HttpProblem refused(int status, String contentType, String text) {
    return refused(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  static HttpProblem refused(int status, String contentType, byte[] bytes) {
    var problem = catchThrowableOfType(HttpProblem.class, () -> read(contentType, bytes));
    assertThat(problem).as("refused").isNotNull();
    assertThat(problem.status()).as(problem.getMessage()).isEqualTo(status);
    return problem;
  }
}
