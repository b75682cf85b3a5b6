package io.wireroom.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class FeelTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private final Feel feel = new Feel(NOON);

  @Test
  void givesTheValueAsJson() {
    assertThat(value("= {title: upper case(item.title), n: count(item.tags), half: 1/2}"))
        .isEqualTo("{\"title\":\"RIVER\",\"n\":2,\"half\":0.5}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1..1000000000",
        "for i in 1..1000000000 return i",
        "count(for i in 1..big return i)",
        "for a in 1..9999, b in 1..9999 return 1",
        "for a in 1..9999 return for b in 1..9999 return a*b",
        "some a in 1..9999, b in 1..9999 satisfies a = -b",
        "2 ** 1000000",
        "floor(number(\"1e999999999\"))",
        "decimal(1, 1000000000)",
        "matches(\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\", \"(.*x){20}y\")",
        "replace(string join(for i in 1..9999 return \"aaaaaaaaaaaaaaaaaaaaaaaaa\"), \".\", \"$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0\")",
        "string join(for i in 1..9999 return \"a\", string join(for i in 1..9999 return \"aaaa\"))",
        "sort(for i in 1..9000 return -i, function(x,y) (for i in 1..9000 return i)[1] > x)",
        "distinct values(for i in 1..9999 return {a: i, b: [i, i, i]})",
      })
  void stopsWhatWouldRunAway(String expression) {
    assertThat(feel.evaluate(expression, context())).isInstanceOf(FeelResult.Failed.class);
  }

  @Test
  void stopsTextThatDoublesAndListsThatUnfold() {
    var text = new StringBuilder("{a0: \"xxxxxxxx\"");
    var list = new StringBuilder("{a0: [1,2,3,4]");
    for (int i = 1; i < 40; i++) {
      text.append(", a%d: a%d + a%d".formatted(i, i - 1, i - 1));
      list.append(", a%d: [a%d, a%d]".formatted(i, i - 1, i - 1));
    }

    assertThat(feel.evaluate(text + "}", context())).isInstanceOf(FeelResult.Failed.class);
    assertThat(feel.evaluate(list + "}", context())).isInstanceOf(FeelResult.Failed.class);
  }

  private String value(String expression) {
    return switch (feel.evaluate(expression, context())) {
      case FeelResult.Value value -> value.value().toString();
      case FeelResult.Failed failed -> throw new AssertionError(failed.toString());
    };
  }

  private static ObjectNode context() {
    try {
      return (ObjectNode)
          JSON.readTree(
              """
              {"item": {"title": "River", "tags": ["a", "b"]}, "big": 1000000000}
              """);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
