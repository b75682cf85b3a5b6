package io.wireroom.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.extractive.Answers;
import io.wireroom.models.gate.RouteState;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Capability;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.ModelTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Drift: docs/models.md names what the code has. */
@Tag("unit")
class DocsTest {
  private final String page = read();

  @Test
  void namesEveryErrorAdapterCauseAndEvidence() {
    for (var rejection : Rejection.values()) {
      assertThat(page).contains("`" + rejection.code() + "`");
    }
    for (var adapter : Adapter.values()) {
      assertThat(page).contains("`" + adapter.text() + "`");
    }
    for (var cause : Cause.values()) {
      assertThat(page).contains("| " + cause.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    for (var evidence : Hardware.Evidence.values()) {
      assertThat(page).contains("`" + evidence.text() + "`");
    }
  }

  @Test
  void namesEveryStateAndCapability() {
    for (var state : RouteState.State.values()) {
      assertThat(page).contains("`" + state.text() + "`");
    }
    for (var capability : Capability.values()) {
      assertThat(page).contains("`" + capability.text() + "`");
    }
  }

  /** Drift: the examples are read as the settings file is. */
  @Test
  void showsSettingsThatAreInOrder() throws IOException {
    var examples =
        Pattern.compile("```yaml\n(models:.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(examples).hasSize(2);
    for (var example : examples) {
      assertThat(ModelTable.parse(new YAMLMapper().readTree(example)))
          .isInstanceOf(ModelTable.Parsed.Table.class);
    }
  }

  @Test
  void namesEveryPropertyThatTheBuiltInTells() {
    for (var property : Answers.known().replace(" and ", ", ").split(", ")) {
      assertThat(page).contains("`" + property + "`");
    }
  }

  private static String read() {
    try {
      return Files.readString(Path.of("../../docs/models.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
