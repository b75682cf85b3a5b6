package io.wireroom.engine.workflows;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.repair.Mender;
import io.wireroom.engine.testing.ApplicationFixture;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways through the examples that their own input does not take. */
@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class OtherWaysTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectNode NOBODY = JSON.createObjectNode();

  private final ApplicationFixture product;
  private final Reader reader;

  OtherWaysTest(ApplicationFixture product) {
    this.product = product;
    this.reader = new Reader(product);
  }

  @BeforeEach
  void publish() {
    for (var id :
        new String[] {
          "moderate-comments",
          "press-release-triage",
          "social-posts",
          "translate-and-publish",
          "image-captions",
          "weekly-digest"
        }) {
      if (product.send(product.admin("/api/workflows/" + id)).statusCode() == 404) {
        product.publish(id, ExampleFolder.named(id).text(id + ".bpmn"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "What a fine bridge., published",
    "'Win at the casino https://a.example https://b.example https://c.example', rejected",
    "ok, rejected"
  })
  void aClearCommentIsAnsweredAtOnceByTheRules(String comment, String decision) {
    var answer =
        product.post(
            "/hooks/comments",
            JSON.createObjectNode()
                .put("author", "Ada")
                .put("comment", comment)
                .put("article", "bridge")
                .toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("decision").asText()).isEqualTo(decision);
    assertThat(json(answer).path("by").asText()).isEqualTo("the rules");
  }

  @Test
  void aReleaseWithoutNewsBothersNobody() {
    var result =
        result(
            "press-release-triage",
            """
            {"sender": "Ada", "title": "We are the best", "text": "Buy now. Really. Do it."}
            """,
            NOBODY);

    assertThat(result.path("decision").asText()).isEqualTo("set aside");
    assertThat(result.path("reason").asText()).contains("words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"social-posts", "translate-and-publish", "image-captions"})
  void aPageThatIsGoneEndsWithTheReason(String workflow) {
    var input = "{\"url\": \"%s\", \"language\": \"de\"}".formatted(at("newsroom/gone.html"));

    assertThat(result(workflow, input, NOBODY).path("reason").asText()).contains("404");
  }

  @Test
  void anArticleWithoutPicturesNeedsNoCaptions() {
    var input = "{\"url\": \"%s\"}".formatted(at("newsroom/swing-bridge.html"));

    assertThat(result("image-captions", input, NOBODY).path("captions")).isEmpty();
  }

  @Test
  void aWeekWithoutStoriesPublishesNothing() {
    var input = "{\"feeds\": [\"%s\"]}".formatted(at("weekly-digest/gone.xml"));

    var result = result("weekly-digest", input, NOBODY);

    assertThat(result.path("url").isNull()).isTrue();
    assertThat(result.path("leftOut").findValuesAsText("reason").getFirst()).contains("404");
  }

  /** The built-in stands for a language model: asked for less, it answers. */
  @Test
  void aTranslationOfAModelIsCheckedByAPerson() {
    var id = "translate-with-model";
    var drawn =
        ExampleFolder.named("translate-and-publish")
            .text("translate-and-publish.bpmn")
            .replace("translate-and-publish", id)
            .replace(
                "\"inbound.path\" value=\"translate\"", "\"inbound.path\" value=\"" + id + "\"")
            .replace("source=\"translator\"", "source=\"headline-writer\"")
            .replace("[&#34;title&#34;, &#34;summary&#34;, &#34;text&#34;]", "[&#34;title&#34;]");
    product.publish(id, drawn);
    var mender = new Mender(product);

    var input = "{\"url\": \"%s\", \"language\": \"de\"}".formatted(at("newsroom/seagrass.html"));
    var run = mender.start(id, input);
    var step = mender.open(run, "check");

    var asked = mender.get("/api/tasks/" + step).path("values");
    assertThat(asked.path("title").asText()).startsWith("A seagrass meadow");
    assertThat(asked.path("original").asText()).contains("Lune");
    var values = "{\"values\": {\"title\": \"T\", \"text\": \"Text.\", \"publish\": \"no\"}}";
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> mender.post("/api/tasks/" + step + "/complete", values).statusCode() == 204);
    var ended = mender.until(run, "completed").path("variables");
    assertThat(ended.path("result").path("text").asText()).isEqualTo("Text.");
  }

  private JsonNode result(String workflow, String input, ObjectNode answers) {
    return reader.run(workflow, input, answers).path("result");
  }

  private String at(String file) {
    return product.uri("/demo/" + file).toString();
  }
}
