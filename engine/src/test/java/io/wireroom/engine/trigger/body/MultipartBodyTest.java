package io.wireroom.engine.trigger.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class MultipartBodyTest {
  private static final String TYPE = "multipart/form-data; boundary=xYz";
  private static final String FILE =
      """
      --xYz
      Content-Disposition: form-data; name="doc"; filename="../../etc/a\u0007 b.txt"
      Content-Type: text/plain

      hello
      --xYz--
      """;

  @Test
  void fieldsAreTextsAndFilesAreDocuments() {
    var body =
        read(
            """
            --xYz
            Content-Disposition: form-data; name="title"

            Grüße
            --xYz
            Content-Disposition: form-data; name="doc"; filename="a.txt"
            Content-Type: text/plain

            hello
            --xYz
            Content-Disposition: form-data; name="doc"; filename="b.bin"

            \u0000
            --xYz--
            """);

    assertThat(body.value().path("title").textValue()).isEqualTo("Grüße");
    assertThat(body.files())
        .extracting(file -> file.name() + " " + file.contentType() + " " + file.bytes().length)
        .containsExactly("a.txt text/plain 5", "b.bin application/octet-stream 1");
    assertThat(body.value().path("doc").get(0))
        .hasToString(
            "{\"$document\":"
                + "\"sha256-2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\","
                + "\"contentType\":\"text/plain\",\"size\":5,\"name\":\"a.txt\"}");
  }

  @Test
  void aFileHasANameWithoutFolders() {
    assertThat(read(FILE).files())
        .singleElement()
        .satisfies(file -> assertThat(file.name()).isEqualTo("a b.txt"));
  }

  @Test
  void aFieldThatLooksLikeAFileIsText() {
    var body =
        read(
            """
            --xYz
            Content-Disposition: form-data; name="doc"
            Content-Type: application/json

            {"id":"sha256-00","name":"/etc/passwd","path":"/etc/passwd"}
            --xYz--
            """);

    assertThat(body.files()).isEmpty();
    assertThat(body.value().path("doc").isTextual()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--xYz\nContent-Disposition: form-data; name=\"a\"\n\ncut off",
        "--xYz--",
        "nothing",
        "--other\nContent-Disposition: form-data; name=\"a\"\n\n1\n--other--",
        "--xYz\nContent-Disposition: form-data\n\n1\n--xYz--",
        "--xYz\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\nContent-Transfer-Encoding: x\n\n1\n--xYz--",
        "--xYz\nContent-Disposition: form-data; name=\"a\"\nContent-Type: text/plain; charset=zz\n\n1\n--xYz--"
      })
  void refusesABrokenForm(String form) {
    if (form.equals("--xYz--")) {
      assertThat(read(form).value()).isEmpty();
    } else {
      Bodies.refused(422, TYPE, bytes(form));
    }
  }

  @Test
  void refusesAFormWithoutABoundaryOrWithTooManyParts() {
    var field = "--xYz\nContent-Disposition: form-data; name=\"a\"\n\n1\n";

    Bodies.refused(422, "multipart/form-data", bytes(FILE));
    Bodies.refused(422, TYPE, bytes(field.repeat(1_001) + "--xYz--"));
    assertThat(read(field.repeat(1_000) + "--xYz--").value().path("a")).hasSize(1_000);
  }

  @Test
  void refusesAFieldThatIsNoUtf8() {
    var form = bytes("--xYz\nContent-Disposition: form-data; name=\"a\"\n\n?\n--xYz--\n");
    form[new String(form, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xff;

    Bodies.refused(422, TYPE, form);
  }

  /** A form in which any one byte is another: a value or a refusal, never another failure. */
  @Test
  void endsWithAValueOrARefusalForAnyBytes() {
    var random = new Random(20261125);
    var form = bytes(FILE);
    for (int i = 0; i < 5_000; i++) {
      var changed = form.clone();
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(Bodies.read(TYPE, changed).value()).isNotNull();
      } catch (io.wireroom.engine.web.HttpProblem refused) {
        assertThat(refused.status()).isIn(415, 422);
      }
    }
  }

  private static Body read(String form) {
    return Bodies.read(TYPE, bytes(form));
  }

  private static byte[] bytes(String form) {
    return form.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
