package io.wireroom.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class FeelTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LONG = "x".repeat(100_000);
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
        "for i in 1..9999 return long + long",
        "string length(string join(for i in 1..9999 return upper case(long)))",
        "for i in 1..9999 return for j in 1..i return partial",
        "(((((((((((((1)))))))))))))",
        "/* ))))))))) \" */ (((((((((((((1)))))))))))))",
        "`a\"b` + (((((((((((((1)))))))))))))",
        "function(x) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } }",
        "context put({}, [\"a\"",
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

  @Test
  void refusesALongExpressionWithoutReadingIt() {
    assertThat(failed("1" + " + 1".repeat(5_000)).message()).contains("10000 characters");
    assertThat(failed("1" + "+1".repeat(4_900)).message()).contains("too deeply");
    assertThat(failed("\"" + "x".repeat(9_000)).suggestion()).isNotBlank();
    assertThat(failed("?".repeat(9_000)).suggestion()).isNotBlank();
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThat(failed("for i in 1..9999 return i * i").message()).contains("interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void isRefusedOnAnEventLoop() {
    var vertx = Vertx.vertx();
    try {
      var refused = new CompletableFuture<Throwable>();
      vertx.runOnContext(
          none -> {
            try {
              feel.evaluate("1", context());
            } catch (IllegalStateException e) {
              refused.complete(e);
            }
          });

      assertThat(refused).succeedsWithin(Duration.ofSeconds(10));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @Test
  void readsTheClockItWasGiven() {
    assertThat(value("string(today())")).isEqualTo("\"2026-11-23\"");
    assertThat(value("now()")).isEqualTo("\"2026-11-23T12:00Z\"");
  }

  @Test
  void takesAnEqualsSignInFront() {
    assertThat(value("=1")).isEqualTo(value(" 1 "));
  }

  @Test
  void letsALargeInputBeCutDown() {
    var large = JSON.createObjectNode().put("body", "word ".repeat(1_200_000));

    assertThat(feel.evaluate("substring(body, 1, 4)", large))
        .isEqualTo(new FeelResult.Value(JSON.getNodeFactory().textNode("word")));
    assertThat(feel.evaluate("body", large)).isInstanceOf(FeelResult.Failed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a == b; single =",
        "a && b; 'and'",
        "a || b; 'or'",
        "!a; not(",
        "'two words'; double quotes",
        "a ? b : c; if",
        "${a}; the whole field",
        "x => x; function(x)",
        "\"\" +; brackets",
        "''; example"
      })
  void suggestsAWayOutOfAMistake(String expression, String suggestion) {
    assertThat(failed(expression).suggestion()).contains(suggestion);
  }

  @Test
  void screensWhatTheBrokerCouldNotStop() {
    assertThat(feel.problem("=for i in items return i")).isEmpty();
    assertThat(feel.problem("=for i in 1..1000000 return i")).isPresent();
    assertThat(feel.problem("=for a in 1..9999 return for b in 1..9999 return \"ab\"")).isPresent();
    assertThat(feel.problem("=1 +")).isPresent();
  }

  @Test
  void servesManyThreadsAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<String>>();
      for (int i = 0; i < 200; i++) {
        var number = i;
        answers.add(threads.submit(() -> value("for x in 1..20 return x * " + number % 10)));
      }
      for (int i = 0; i < 200; i++) {
        assertThat(answers.get(i).get()).startsWith("[" + i % 10 + ",");
      }
    }
  }

  private FeelResult.Failed failed(String expression) {
    return switch (feel.evaluate(expression, context())) {
      case FeelResult.Failed failed -> failed;
      case FeelResult.Value value -> throw new AssertionError(value.toString());
    };
  }

  private String value(String expression) {
    return switch (feel.evaluate(expression, context())) {
      case FeelResult.Value value -> value.value().toString();
      case FeelResult.Failed failed -> throw new AssertionError(failed.toString());
    };
  }

  private static ObjectNode context() {
    var context = JSON.createObjectNode().put("big", 1_000_000_000).put("long", LONG);
    context.putObject("item").put("title", "River").putArray("tags").add("a").add("b");
    return context;
  }
}
