package io.wireroom.engine.cli;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class ConnectionCommandTest {
  @AutoClose private final ScriptedServer server = ScriptedServer.start();
  @TempDir Path folder;

  @Test
  void storesTestsChangesAndRemoves(ApplicationFixture product) throws IOException {
    server.on(
        "/me",
        request -> {
          var right = "Bearer cli-token-4711".equals(request.getHeader("Authorization"));
          request.response().setStatusCode(right ? 200 : 401).end();
        });
    var url = server.uri("/me").toString();

    var first = file("cli-token-1111\n");
    assertThat(run(product, "set", "cli-shop", "--type", "bearer", "--field", first)).isZero();
    assertThat(run(product, "test", "cli-shop", "--url", url)).isEqualTo(1);

    var second = file("cli-token-4711\r\n");
    assertThat(run(product, "set", "cli-shop", "--type", "bearer", "--field", second)).isZero();
    assertThat(run(product, "test", "cli-shop", "--url", url)).isZero();
    assertThat(run(product, "retire", "cli-shop")).isZero();
    assertThat(run(product, "rotate-key")).isZero();
    assertThat(run(product, "list")).isZero();
    assertThat(run(product, "remove", "cli-shop")).isZero();
    assertThat(run(product, "remove", "cli-shop")).isEqualTo(1);
  }

  @Test
  void takesNoValueFromTheCommandLine(ApplicationFixture product) {
    var set = List.of("set", "cli-literal", "--type", "bearer", "--field", "token=cli-token-4711");

    assertThat(run(product, set.toArray(String[]::new))).isEqualTo(1);
    assertThat(json(product.send(product.admin("/api/connections"))).findValuesAsText("name"))
        .doesNotContain("cli-literal");
  }

  @Test
  void saysWhatIsWrongWithAFile(ApplicationFixture product) {
    var missing = "token=@" + folder.resolve("nowhere");

    assertThat(run(product, "set", "cli-missing", "--type", "bearer", "--field", missing))
        .isEqualTo(1);
  }

  private String file(String text) throws IOException {
    return "token=@" + Files.writeString(folder.resolve("token.txt"), text);
  }

  private static int run(ApplicationFixture product, String... words) {
    var line = new ArrayList<String>(List.of("connection"));
    line.addAll(List.of(words));
    line.addAll(List.of("--data", product.data().toString()));
    return CommandLineTool.run(line.toArray(String[]::new));
  }
}
