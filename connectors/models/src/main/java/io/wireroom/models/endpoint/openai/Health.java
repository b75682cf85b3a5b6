package io.wireroom.models.endpoint.openai;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.route.Route;
import io.wireroom.net.Answer;
import io.wireroom.net.Door;
import io.wireroom.net.Request;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Asks a server whether its model is loaded: {@code GET /health}, as vLLM has it, beside {@code
 * /v1}; where that is not known, {@code GET /v1/models}.
 */
record Health(Route route, Door door) {
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final long LARGEST = 1_000_000;

  boolean well(ApiKey key) {
    var models = ApiPath.of(route, "/models");
    var health = URI.create(models.toString().replaceFirst("/v1/models$", "/health"));
    return switch (status(health, key)) {
      case 200 -> true;
      case 401, 403, 404, 405 -> status(models, key) == 200;
      default -> false;
    };
  }

  private int status(URI place, ApiKey key) {
    var limits =
        new Request.Limits(route.deadlines().connect(), LONGEST, LONGEST, LARGEST).total(LONGEST);
    var plain = new Request("GET", place, List.of(), new byte[0], limits, 0);
    var request =
        key instanceof ApiKey.Present present
            ? plain.secret(present.header(), present.text())
            : plain;
    return door.send(request) instanceof Answer.Response response ? response.status() : 0;
  }
}
