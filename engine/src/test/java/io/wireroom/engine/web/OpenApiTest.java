package io.wireroom.engine.web;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.testing.ApplicationFixture;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class OpenApiTest {
  @Test
  void theDocumentAndTheRoutesAgree(ApplicationFixture product) {
    var documented = new TreeSet<String>();
    var paths = json(product.send(product.admin("/api/openapi.json"))).path("paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(documented).isEqualTo(api(product.routes()));
  }

  /** The routes for programs, written as OpenAPI does. */
  private static TreeSet<String> api(List<String> routes) {
    var api = new TreeSet<String>();
    routes.stream()
        .filter(route -> route.matches("[A-Z]+ /(api|health|metrics).*"))
        .map(route -> route.replaceAll(":([a-z]+)", "{$1}"))
        .forEach(api::add);
    return api;
  }
}
