package io.wireroom.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.extractive.Answers;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
