package io.wireroom.engine.trigger.body;

import static io.wireroom.engine.trigger.body.Bodies.refused;
import static io.wireroom.engine.trigger.body.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class JsonBodyTest {
  private static final String JSON = "application/json";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}", "[]", "null", "true", "\"\"", "{\"a\":{\"b\":[1,2.5,\"x\",null,false]}}",
        "9223372036854775807", "-9223372036854775808", "0.1", "-0.0", "1e308", "4.9E-324",
        "{\"__proto__\":{\"constructor\":1},\"\":2}", "\"\\ud83d\\ude00 \\u0000 ä\""
      })
  void keepsWhatItCanKeep(String json) throws JsonProcessingException {
    assertThat(value(JSON, json)).hasToString(new ObjectMapper().readTree(json).toString());
  }

  @Test
  void readsWithoutAContentTypeAndWithOnesOfItsFamily() {
    assertThat(value("", "{\"a\":1}")).hasToString("{\"a\":1}");
    assertThat(value("application/vnd.api+json; charset=\"UTF-8\"", "[1]")).hasToString("[1]");
    assertThat(value(JSON, "\ufeff{}")).hasToString("{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":{\"b\":1,\"b\":2}} | /a/b",
        "[0,{\"n\":9223372036854775808}] | /1/n",
        "[-9223372036854775809] | /0",
        "{\"n\":0.1000000000000000000000001} | /n",
        "{\"n\":9007199254740993.0} | /n",
        "{\"n\":1e400} | /n",
        "{\"n\":1e-400} | /n",
        "{\"n\":1e99999999999999999999} | /n",
        "{\"s\":\"\\ud800\"} | /s",
        "{\"s\":\"\\udc00\\ud800\"} | /s",
        "{\"s\":\"x\\ud800y\"} | /s",
        "{\"a\":{\"n\\u0000\":1}} | /a/n",
      })
  void refusesWhatItCannotKeepAndNamesThePlace(String json, String place) {
    assertThat(refused(422, JSON, json).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.path()).startsWith(place));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "[1,]",
        "01",
        "+1",
        ".5",
        "1.",
        "NaN",
        "Infinity",
        "{} {}",
        "[] x",
        "// c\n{}",
        " ",
        "\"\n\"",
        "\"\\x\"",
        "tru",
        "\u0000"
      })
  void refusesWhatIsNoJson(String json) {
    assertThat(refused(422, JSON, json).getMessage()).doesNotContain("io.wireroom", "jackson");
  }

  @Test
  void refusesAHundredThousandLevels() {
    refused(422, JSON, "[".repeat(100_000) + "]".repeat(100_000));
    refused(422, JSON, "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
    refused(422, JSON, "[".repeat(100_000));
    refused(422, JSON, "[".repeat(501) + "]".repeat(501));
    assertThat(value(JSON, "[".repeat(500) + "]".repeat(500))).hasSize(1);
  }

  @Test
  void refusesANumberOfAMillionDigitsUnread() {
    refused(422, JSON, "1".repeat(1_000_000));
    refused(422, JSON, "{\"n\":-" + "9".repeat(1_000_000) + "}");
    refused(422, JSON, "0." + "3".repeat(1_000_000));
    refused(422, JSON, "1e" + "9".repeat(1_000_000));
  }

  @Test
  void refusesMoreThanAMillionValues() {
    refused(422, JSON, "[" + "[],".repeat(600_000) + "0]");
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    for (var bytes :
        new byte[][] {
          {'"', (byte) 0xff, '"'},
          {'"', (byte) 0xc0, (byte) 0x80, '"'},
          {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
          {'"', (byte) 0xe2, (byte) 0x82},
          {(byte) 0xff, (byte) 0xfe, '1', 0},
          {0, '{', 0, '}'}
        }) {
      refused(422, JSON, bytes);
    }
    refused(415, JSON + "; charset=utf-16", "{}");
    refused(415, JSON + "; charset=nonsense", "{}");
  }

  /** Whatever a double prints is taken and stays; one digit more is refused. */
  @Test
  void neverRoundsANumber() {
    var random = new Random(20261125);
    for (int i = 0; i < 20_000; i++) {
      var number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        assertThat(value(JSON, Double.toString(number)).doubleValue()).isEqualTo(number);
        var exact = new BigDecimal(Double.toString(number));
        var finer = exact.add(exact.ulp().movePointLeft(18)).toString();
        refused(422, JSON, finer.contains(".") || finer.contains("E") ? finer : finer + ".0");
      }
    }
  }

  /** Whatever is drawn: a value or a refusal, never a failure of another kind. */
  @Test
  void endsWithAValueOrARefusalForAnyBytes() {
    var random = new Random(20261125);
    var alphabet = "{}[]\":,0123456789.eE-+truefalsn\\u d8\u00e9\ud83d\ude00\u0000";
    for (int i = 0; i < 20_000; i++) {
      var text =
          IntStream.range(0, random.nextInt(1, 40))
              .mapToObj(n -> "" + alphabet.charAt(random.nextInt(alphabet.length())))
              .collect(Collectors.joining());
      try {
        assertThat(value(JSON, text)).isNotNull();
      } catch (io.wireroom.engine.web.HttpProblem refused) {
        assertThat(refused.status()).isEqualTo(422);
      }
    }
  }
}
