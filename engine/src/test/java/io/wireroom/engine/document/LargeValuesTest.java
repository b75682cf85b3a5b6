package io.wireroom.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class LargeValuesTest {
  private final Documents documents;
  private final DocumentFiles files;
  private final LargeValues large;
  private final WholeValues whole;

  LargeValuesTest(@TempDir Path folder) {
    files = new DocumentFiles(folder.resolve("documents"), Clock.systemUTC());
    documents = new Documents(files);
    large = new LargeValues(documents);
    whole = new WholeValues(documents);
  }

  @Test
  void aLargeTextBecomesAReferenceAndComesBackAsItWas() {
    var text = "Grüße 😀 ".repeat(20_000);
    var values = object().put("title", "News").put("text", text);

    var small = large.takenOut(values);

    var reference = Reference.of(small.path("text")).orElseThrow();
    assertThat(reference.size()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    assertThat(reference.preview().orElseThrow()).hasSizeBetween(299, 300).startsWith("Grüße 😀");
    assertThat(small.path("title").textValue()).isEqualTo("News");
    assertThat(whole.putBack(small)).isEqualTo(values);
  }

  @Test
  void whatIsSmallStaysAsItIs() {
    var values = object().put("text", "a".repeat(Documents.LARGE));

    assertThat(large.takenOut(values)).isEqualTo(values);
  }

  @Test
  void aLongListStaysAListThatALoopCanGoThrough() {
    var values = object();
    var items = values.putArray("items");
    for (int i = 0; i < 400; i++) {
      items
          .addObject()
          .put("link", "https://example.org/" + i)
          .put("content", i + "x".repeat(9000));
    }

    var small = large.takenOut(values);

    assertThat(LargeValues.size(small)).isLessThan(1_000_000);
    assertThat(small.path("items")).hasSize(400);
    assertThat(small.at("/items/7/link").textValue()).isEqualTo("https://example.org/7");
    assertThat(Reference.of(small.at("/items/7/content"))).isPresent();
    assertThat(whole.putBack(small)).isEqualTo(values);
  }

  @Test
  void aHugeListOfLittleThingsGoesAsAWhole() {
    var values = object().put("title", "News");
    var items = values.putArray("items");
    for (int i = 0; i < 200_000; i++) {
      items.add("item " + i);
    }

    var small = large.takenOut(values);

    assertThat(LargeValues.size(small)).isLessThan(2_000);
    assertThat(small.path("title").textValue()).isEqualTo("News");
    assertThat(whole.putBack(small)).isEqualTo(values);
  }

  @Test
  void aRawBodyIsPutInWhereItIsTheInputAndNotInsideAnother() {
    var json = "{\"a\": 1}";
    var kept = documents.keep(json.getBytes(StandardCharsets.UTF_8));
    var raw = Reference.to(kept.id(), "application/json; charset=utf-8", kept.size()).json();
    var request = object().put("method", "POST");
    request.set("rawBody", raw);
    var values = object();
    values.set("text", raw);
    values.set("value", raw);
    values.set("request", request);

    var inputs = whole.inputs(values, Set.of("text"));

    assertThat(inputs.path("text").textValue()).isEqualTo(json);
    assertThat(inputs.path("value")).isEqualTo(object().put("a", 1));
    assertThat(inputs.path("request")).isEqualTo(request);
  }

  @Test
  void aPictureStaysAReference() {
    var kept = documents.keep(new byte[] {1, 2, 3});
    var values = object();
    values.set("file", Reference.to(kept.id(), "image/png", 3).json());

    assertThat(whole.inputs(values, Set.of("file"))).isEqualTo(values);
  }

  @Test
  void saysPlainlyWhatIsMissing() {
    var small = large.takenOut(object().put("text", "a".repeat(100_000)));
    files.sweep(Clock.systemUTC().instant().plus(Duration.ofDays(1)), id -> false);

    assertThatThrownBy(() -> whole.putBack(small))
        .isInstanceOf(DocumentMissing.class)
        .hasMessageContaining("is not there any more")
        .hasMessageContaining("100000 bytes")
        .hasMessageContaining("Run the workflow again");
  }

  @Test
  void aValueThatUnfoldsToMoreThanMemoryHoldsIsRefused() {
    var values = object();
    var reference = large.takenOut(object().put("t", "a".repeat(10_000_000))).path("t");
    var many = values.putArray("many");
    for (int i = 0; i < 100; i++) {
      many.add(reference);
    }

    assertThatThrownBy(() -> whole.inputs(values, Set.of()))
        .hasMessageContaining("larger than 64 MB together");
  }

  @Test
  void aReferenceWithoutAFullHashIsAValueLikeAnyOther() {
    var values = object();
    values.putObject("x").put(Reference.FIELD, "sha256-abc").put("preview", "p");
    values.putObject("y").put(Reference.FIELD, "../../connections.key").put("preview", "p");

    assertThat(whole.inputs(values, Set.of("x"))).isEqualTo(values);
  }

  @Test
  void aResponseIsReadableUpToALimitAndHandedOnAboveIt() {
    var response = object().put("status", 200).put("body", "a".repeat(900_000));
    assertThat(large.readable(response)).isSameAs(response);

    var larger = object().put("status", 200).put("body", "a".repeat(3_000_000));
    assertThat(large.readable(larger).path("status").asInt()).isEqualTo(200);
    assertThat(Reference.of(large.readable(larger).path("body"))).isPresent();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
