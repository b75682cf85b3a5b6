package io.wireroom.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.connector.EnvironmentConnections.InvalidConnections;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class EnvironmentConnectionsTest {
  private static final String SHOP = "WIREROOM_CONNECTION_SHOP_API";
  private static final String BEARER = "{\"type\": \"bearer\", \"token\": \"t-1\"}";

  @Test
  void findsAConnectionByTheNameThatStepsUse() {
    var connections = new EnvironmentConnections(Map.of(SHOP, BEARER, "PATH", "{nonsense"));

    assertThat(connections.find("shop-api"))
        .contains(new Connection("bearer", Map.of("token", "t-1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shop", "shop api", "shop-api ", "../SHOP_API", "ſhop-api"})
  void knowsNoOther(String name) {
    var connections = new EnvironmentConnections(Map.of(SHOP, BEARER));

    assertThat(connections.find(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "\"hunter2\"",
        "[\"hunter2\"]",
        "{\"token\": \"hunter2\"}",
        "{\"type\": \"\", \"token\": \"hunter2\"}",
        "{\"type\": {\"hunter2\": 1}}",
        "{\"type\": \"bearer\", \"token\": hunter2}",
        "{\"type\": \"bearer\", \"token\": [\"hunter2\"]}",
        "{\"type\": \"bearer\", \"token\": null}",
        "{\"type\": \"bearer\", \"token\": \"hunter2\"} hunter2",
        "{\"type\": \"bearer\", \"token\": \"hunter2\", \"token\": \"hunter2\"}",
        "{\"type\": \"bearer\", \"tokn\": \"hunter2\"}",
        "{\"type\": \"basic\", \"user\": \"hunter2\", \"password\": \" \"}",
      })
  void tellsWhichVariableIsWrongAndNothingOfItsValue(String value) {
    var trouble = catchThrowable(() -> new EnvironmentConnections(Map.of(SHOP, value)));

    assertThat(trouble)
        .isInstanceOf(InvalidConnections.class)
        .hasMessageStartingWith(SHOP + ": ")
        .message()
        .doesNotContain("hunter2");
    assertThat(trouble).hasNoCause().hasNoSuppressedExceptions();
  }

  @Test
  void refusesAVariableThatNoStepCouldName() {
    var environment = Map.of("WIREROOM_CONNECTION_shop", BEARER);

    assertThatThrownBy(() -> new EnvironmentConnections(environment))
        .isInstanceOf(InvalidConnections.class)
        .hasMessageContaining("WIREROOM_CONNECTION_shop: its name");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    var environment =
        Map.of(
            "WIREROOM_CONNECTION_A",
            "no",
            "WIREROOM_CONNECTION_B",
            "{\"type\": \"basic\"}",
            SHOP,
            BEARER);

    assertThatThrownBy(() -> new EnvironmentConnections(environment))
        .message()
        .hasLineCount(2)
        .contains("WIREROOM_CONNECTION_A: ")
        .contains("WIREROOM_CONNECTION_B: lacks user and password");
  }

  @Test
  void takesTypesThatOnlyAConnectorKnows() {
    var connections =
        new EnvironmentConnections(Map.of(SHOP, "{\"type\": \"shop\", \"store\": \"12\"}"));

    assertThat(connections.find("SHOP_API"))
        .contains(new Connection("shop", Map.of("store", "12")));
  }
}
