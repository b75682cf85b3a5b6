package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class EventLinesTest {
  private static final String STREAM =
      ": comment\r\n\r\nevent: x\r\ndata: {\"a\": \"größer 🌊\"}\r\n\r\n"
          + "data: one\ndata: two\n\ndata:three\r\rdata: last";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void readsTheSameHoweverItIsCut(int length) {
    var events = new ArrayList<String>();
    var lines = new EventLines(events::add);
    var bytes = STREAM.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at += length) {
      lines.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length)));
    }
    lines.end();

    assertThat(events).containsExactly("{\"a\": \"größer 🌊\"}", "one\ntwo", "three", "last");
  }

  @Test
  void takesLinesOfJsonForWhatTheyAre() {
    var events = new ArrayList<String>();
    var lines = new EventLines(events::add);
    lines.add("{\"a\":1}\n{\"a\":2}\n{\"a\":".getBytes(StandardCharsets.UTF_8));
    lines.add("3}".getBytes(StandardCharsets.UTF_8));
    lines.end();

    assertThat(events).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
  }

  @Test
  void givesUpOnALineWithoutEnd() {
    var lines = new EventLines(event -> true);
    var piece = new byte[1_000_000];
    Arrays.fill(piece, (byte) 'x');

    assertThat(lines.add(piece)).isTrue();
    for (int i = 0; i < 3; i++) {
      lines.add(piece);
    }
    assertThat(lines.add(piece)).isFalse();
  }
}
