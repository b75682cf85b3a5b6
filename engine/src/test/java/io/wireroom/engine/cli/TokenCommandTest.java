package io.wireroom.engine.cli;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.testing.ApplicationFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class TokenCommandTest {
  @Test
  void createsAndRevokes(ApplicationFixture product) {
    assertThat(run(product, "create", "--name", "by-command", "--role", "viewer")).isZero();
    assertThat(names(product)).contains("by-command");

    assertThat(run(product, "revoke", "by-command")).isZero();
    assertThat(names(product)).doesNotContain("by-command");
  }

  @Test
  void everyCommandHasHelp() {
    for (var words : new String[] {"", "help", "help token", "token create --help", "run -h"}) {
      assertThat(CommandLineTool.run(words.isEmpty() ? new String[0] : words.split(" ")))
          .as(words)
          .isZero();
    }
  }

  private static int run(ApplicationFixture product, String command, String... words) {
    var all = new ArrayList<>(List.of("token", command));
    all.addAll(List.of(words));
    all.addAll(List.of("--data", product.data().toString()));
    return CommandLineTool.run(all.toArray(String[]::new));
  }

  private static List<String> names(ApplicationFixture product) {
    return json(product.send(product.admin("/api/tokens"))).path("items").findValuesAsText("name");
  }
}
