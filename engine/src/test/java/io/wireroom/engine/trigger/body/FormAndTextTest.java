package io.wireroom.engine.trigger.body;

import static io.wireroom.engine.trigger.body.Bodies.read;
import static io.wireroom.engine.trigger.body.Bodies.refused;
import static io.wireroom.engine.trigger.body.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.wireroom.engine.web.HttpProblem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class FormAndTextTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void aFormsFieldsAreTextsAndRepeatedOnesLists() {
    assertThat(value(FORM, "name=Ada+L%20%C3%A4&tag=a&tag=b&&empty=&bare&__proto__=x&a=b=c"))
        .hasToString(
            "{\"name\":\"Ada L ä\",\"tag\":[\"a\",\"b\"],\"empty\":\"\",\"bare\":\"\","
                + "\"__proto__\":\"x\",\"a\":\"b=c\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%ed%a0%80", "%00=1", "{\"a\":1}", "[1]"})
  void refusesABrokenForm(String form) {
    refused(422, FORM, form);
  }

  @Test
  void refusesAFormOfTooManyFields() {
    refused(422, FORM, "a=1&".repeat(1_001));
    assertThat(value(FORM, "a=1&".repeat(1_000)).path("a")).hasSize(1_000);
  }

  @Test
  void textIsReadInItsCharset() {
    var latin = "Zoë".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(read("text/plain; charset=iso-8859-1", latin).value().textValue()).isEqualTo("Zoë");
    assertThat(value("text/csv", "Zoë;1").textValue()).isEqualTo("Zoë;1");
    refused(422, "text/plain", latin);
    refused(415, "text/plain; charset=klingon", latin);
    refused(415, "text/plain; charset=utf-8; charset=utf-16", latin);
  }

  @Test
  void xmlStaysTextAndNothingInItIsResolved() {
    var bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
    var declared = "<?xml version='1.0' encoding='ISO-8859-1'?><a>Zoë</a>";

    assertThat(value("application/xml", bomb).textValue()).isEqualTo(bomb);
    assertThat(
            read("application/rss+xml", declared.getBytes(StandardCharsets.ISO_8859_1))
                .value()
                .textValue())
        .isEqualTo(declared);
    assertThat(
            read("text/xml", "\ufeff<a>ä</a>".getBytes(StandardCharsets.UTF_16LE))
                .value()
                .textValue())
        .isEqualTo("<a>ä</a>");
  }

  @Test
  void anythingElseHasNoValue() {
    assertThat(read("image/png", new byte[] {(byte) 0x89, 'P'}).value().isNull()).isTrue();
    assertThat(read("application/json", new byte[0]).value().isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"json", "a/b/c", "text/plain charset=x", "text/plain; charset=\"x", "/", "é/é"})
  void refusesATypeThatIsNone(String type) {
    refused(415, type, "x");
  }

  @Test
  void refusesTwoTypesAndPackedBodies() {
    var two =
        MultiMap.caseInsensitiveMultiMap()
            .add("Content-Type", "application/json")
            .add("Content-Type", "text/plain");
    var packed = MultiMap.caseInsensitiveMultiMap().add("Content-Encoding", "gzip");

    for (var headers : new MultiMap[] {two, packed}) {
      assertThatThrownBy(() -> BodyReader.read(headers, new byte[] {'1'}))
          .isInstanceOfSatisfying(HttpProblem.class, p -> assertThat(p.status()).isEqualTo(415));
    }
  }
}
