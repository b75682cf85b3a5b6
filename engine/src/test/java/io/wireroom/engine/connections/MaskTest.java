package io.wireroom.engine.connections;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class MaskTest {
  private static final String AWKWARD = "p\"w/1\\ ü+é%=&<€>\t😀-ÿþ~?";

  static List<String> values() {
    return List.of(
        "simple-token-4711", AWKWARD, "12345678", "x".repeat(40) + "?>~" + "ÿ".repeat(9));
  }

  @ParameterizedTest
  @MethodSource("values")
  void masksEachEncoding(String value) throws JsonProcessingException {
    var json = new ObjectMapper().writeValueAsString(value);
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    var url = URLEncoder.encode(value, StandardCharsets.UTF_8);
    var texts =
        List.of(
            value,
            json.substring(1, json.length() - 1),
            ascii(value),
            url,
            url.replace("+", "%20"),
            url.toLowerCase(java.util.Locale.ROOT).replace("%c3%83", "%C3%83"),
            URLEncoder.encode(url, StandardCharsets.UTF_8),
            Base64.getEncoder().encodeToString(bytes),
            Base64.getEncoder().withoutPadding().encodeToString(bytes),
            Base64.getUrlEncoder().encodeToString(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
            HexFormat.of().formatHex(bytes),
            HexFormat.of().withUpperCase().formatHex(bytes));

    for (var text : texts) {
      assertThat(Mask.of(List.of(value)).text("<" + text + ">")).isEqualTo("<•••>");
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void letsNothingOfAValueGoThatComesInPieces(String value) throws JsonProcessingException {
    var json = new ObjectMapper().writeValueAsString(value);
    var base64 = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    var text = "It is " + value + ", or " + base64 + " or " + json + value + ". And so on.";
    var mask = Mask.of(List.of(value, "another-value"));

    for (var size : List.of(1, 2, 3, 7, 1_000)) {
      var shown = new StringBuilder();
      var waiting = "";
      for (var at = 0; at < text.length(); at += size) {
        waiting += text.substring(at, Math.min(at + size, text.length()));
        var settled = mask.settled(waiting);
        shown.append(mask.text(waiting.substring(0, settled)));
        waiting = waiting.substring(settled);
      }

      assertThat(shown + mask.text(waiting)).isEqualTo(mask.text(text));
    }
  }

  @Test
  void holdsNothingBackThatBeginsNoValue() {
    var mask = Mask.of(List.of("secret-4711"));

    assertThat(mask.settled("The river runs.")).isEqualTo(15);
    assertThat(mask.settled("The river's sec")).isEqualTo(12);
    assertThat(Mask.NOTHING.settled("The river's sec")).isEqualTo(15);
  }

  @ParameterizedTest
  @MethodSource("values")
  void masksBase64InsideSomethingLonger(String value) {
    for (var before : List.of("", "a", "ab", "abc", "user:")) {
      for (var after : List.of("", "z", "zz")) {
        var longer = (before + value + after).getBytes(StandardCharsets.UTF_8);
        var text = Base64.getEncoder().encodeToString(longer);

        var masked = Mask.of(List.of(value)).text(text);

        // why: what is left holds at most the neighbours and a share of one letter at each end
        assertThat(masked).contains("•••");
        assertThat(masked.replace("•••", "")).hasSizeLessThanOrEqualTo(14);
      }
    }
  }

  @Test
  void masksTheLongestFirstAndDoesNotTellTheLength() {
    var mask = Mask.of(List.of("secret", "secret-and-more"));

    assertThat(mask.text("secret-and-more secret secretsecret")).isEqualTo("••• ••• •••");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 5_000, 20_000})
  void masksLongValues(int length) {
    var value =
        new Random(4711).ints(length, '!', '~').mapToObj(Character::toString).collect(joining());
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    var mask = Mask.of(List.of(value));

    assertThat(mask.text("<" + value + ">")).isEqualTo("<•••>");
    assertThat(mask.text(HexFormat.of().formatHex(bytes))).isEqualTo("•••");
    assertThat(mask.text(Base64.getEncoder().encodeToString(bytes)))
        .hasSizeLessThan(length / 20 + 10);
  }

  @Test
  void masksNamesTextsAndNumbersOfJson() throws JsonProcessingException {
    var json =
        new ObjectMapper().readTree("{\"k12345678\": [12345678, \"a12345678b\", true, null]}");

    assertThat(Mask.of(List.of("12345678")).json(json))
        .hasToString("{\"k•••\":[\"•••\",\"a•••b\",true,null]}");
  }

  @Test
  void leavesOtherTextsAlone() {
    var mask = Mask.of(List.of("simple-token-4711", "pass", "12345678"));
    var text = "A passing remark: 1234567, simple tokens and \\\"quotes\\\" 100% + 1.";

    assertThat(mask.text(text))
        .isEqualTo("A •••ing remark: 1234567, simple tokens and \\\"quotes\\\" 100% + 1.");
    assertThat(Mask.NOTHING.text(text)).isSameAs(text);
  }

  /** With everything beyond ASCII as JSON escapes. */
  private static String ascii(String value) {
    var text = new StringBuilder();
    value
        .chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\' || c == '/') {
                text.append('\\').append((char) c);
              } else if (c < ' ' || c > '~') {
                text.append("\\u%04X".formatted(c));
              } else {
                text.append((char) c);
              }
            });
    return text.toString();
  }
}
