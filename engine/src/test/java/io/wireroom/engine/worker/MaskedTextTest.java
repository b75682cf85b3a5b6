package io.wireroom.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.connections.HandedOut;
import io.wireroom.engine.process.Job;
import io.wireroom.engine.process.RunVariables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class MaskedTextTest {
  private static final Job JOB =
      new Job(
          1,
          "wireroom:chat:1",
          "newsroom",
          1,
          2,
          100,
          "ask",
          110,
          Map.of(),
          JsonNodeFactory.instance.objectNode().put(RunVariables.EVENT, "e-1"),
          3,
          Instant.EPOCH);

  private final HandedOut handedOut =
      new HandedOut(name -> Optional.of(new Connection("bearer", Map.of("token", name + "-4711"))));
  private final List<Said> heard = new ArrayList<>();
  private final MaskedText text = new MaskedText(JOB, handedOut, heard::add);

  @Test
  void goesOnAtOnceAndSaysWhereItStands() {
    text.add("Once ");
    text.add("upon");

    assertThat(heard)
        .containsExactly(
            new Said(100, 110, "ask", Optional.of("e-1"), 0, "Once "),
            new Said(100, 110, "ask", Optional.of("e-1"), 5, "upon"));
  }

  @Test
  void hidesWhatWasHandedOutLastAndShowsAtTheEndWhatWasNone() {
    text.add("first-47");
    handedOut.find("first");
    handedOut.find("second");
    text.add(" first-47");
    text.add("11 seco");
    text.add("nd-4711, sec");
    text.end();

    assertThat(heard.stream().map(Said::text).collect(Collectors.joining()))
        .isEqualTo("first-47 ••• •••, sec");
    assertThat(heard.getLast().at()).isEqualTo("first-47 ••• •••, ".length());
  }
}
