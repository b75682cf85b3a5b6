package io.wireroom.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.InputBinder;
import io.wireroom.connector.InputBinder.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class InputBinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'url': []}               | url must be a text; it is an empty list",
        "{'url': ['a', 'b']}       | url must be a text; it is a list",
        "{'url': {'a': 1}}         | url must be a text; it is an object",
        "{'limit': 'many'}         | limit must be a whole number; it is a text",
        "{'limit': true}           | limit must be a whole number; it is true",
        "{'share': 'half'}         | share must be a number; it is a text",
        "{'open': 'perhaps'}       | open must be true or false; it is a text",
        "{'tags': 'a, b'}          | tags must be a list; it is a text",
        "{'tags': ['a', {}]}       | tags[2] must be a text; it is an object",
        "{'headers': {'a': [1]}}   | headers.a must be a text; it is a list",
        "{'headers': 'a'}          | headers must be an object with named values; it is a text",
        "{'since': 'yesterday'}    | since must be a time such as 2026-11-20T00:00:00Z; it is a text",
        "{'pause': 'long'}         | pause must be a duration such as PT30S; it is a text",
        "{'colour': 'BLUE'}        | colour must be one of RED, GREEN; it is a text",
      })
  void saysWhichInputDoesNotFitWhatIsWantedAndWhatIsThere(String given, String words)
      throws JsonProcessingException {
    var values = (ObjectNode) new ObjectMapper().readTree(given.replace('\'', '"'));

    assertThatThrownBy(() -> InputBinder.bind(values, Input.class))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(words);
  }

  private enum Colour {
    RED,
    GREEN
  }

  private record Input(
      Optional<String> url,
      Optional<Integer> limit,
      Optional<Double> share,
      Optional<Boolean> open,
      Optional<List<String>> tags,
      Optional<Map<String, String>> headers,
      Optional<Instant> since,
      Optional<Duration> pause,
      Optional<Colour> colour) {}
}
