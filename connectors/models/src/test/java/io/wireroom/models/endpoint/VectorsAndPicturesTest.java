package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.Route;
import io.wireroom.models.route.Wire;
import io.wireroom.testkit.ScriptedServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Models that answer with something else than text. */
@Tag("module")
class VectorsAndPicturesTest {
  private final AwsPeer peer = new AwsPeer();
  private final ScriptedServer server = ScriptedServer.start();

  @AfterEach
  void close() {
    server.close();
    peer.close();
  }

  @Test
  void readsAVectorForEachTextInTheirOrder() {
    server.text(
        "/v1/embeddings",
        "application/json",
        """
        {"data": [{"index": 1, "embedding": [0.5, -1]}, {"index": 0, "embedding": [2, 3]}],
         "usage": {"prompt_tokens": 7}}
        """);

    var answer =
        EndpointContract.answered(ask(Adapter.OPENAI_EMBEDDINGS, "embedder", "one", "two"));

    assertThat(vector(answer, 0)).containsExactly(2, 3);
    assertThat(vector(answer, 1)).containsExactly(0.5f, -1);
    assertThat(answer.usage()).isEqualTo(new Usage.Tokens(7, 0));
    assertThat(EndpointContract.json(server.requests().getFirst().body()).path("input")).hasSize(2);
  }

  @Test
  void rejectsWhatHasNotAVectorForEachText() {
    server.text(
        "/v1/embeddings",
        "application/json",
        "{\"data\": [{\"index\": 0, \"embedding\": [2, \"x\"]}]}");

    assertThat(ask(Adapter.OPENAI_EMBEDDINGS, "embedder", "one"))
        .isInstanceOfSatisfying(
            EndpointResult.Rejected.class,
            no -> assertThat(no.rejection()).isEqualTo(Rejection.UNUSABLE));
  }

  @Test
  void readsVectorsOfTitanAndNova() {
    server.text(
        "/model/amazon.titan-embed-text-v2%3A0/invoke",
        "application/json", "{\"embedding\": [1, 2], \"inputTextTokenCount\": 3}");
    server.text(
        "/model/amazon.nova-2-multimodal-embeddings-v1%3A0/invoke",
        "application/json",
        "{\"embeddings\": [{\"embeddingType\": \"TEXT\", \"embedding\": [4, 5]}]}");

    var titan =
        EndpointContract.answered(
            ask(Adapter.BEDROCK_INVOKE, "amazon.titan-embed-text-v2:0", "one"));
    var nova =
        EndpointContract.answered(
            ask(Adapter.BEDROCK_INVOKE, "amazon.nova-2-multimodal-embeddings-v1:0", "one"));

    assertThat(vector(titan, 0)).containsExactly(1, 2);
    assertThat(titan.usage()).isEqualTo(new Usage.Tokens(3, 0));
    assertThat(vector(nova, 0)).containsExactly(4, 5);
  }

  @Test
  void readsAPictureAndTakesAFiltersWordForARefusal() {
    var path = "/model/amazon.nova-canvas-v1%3A0/invoke";
    server.text(path, "application/json", "{\"images\": [\"AQI=\"], \"error\": null}");
    var picture =
        EndpointContract.answered(ask(Adapter.BEDROCK_INVOKE, "amazon.nova-canvas-v1:0", "a dam"));
    server.text(path, "application/json", "{\"images\": [], \"error\": \"blocked by our policy\"}");
    var blocked =
        EndpointContract.failure(ask(Adapter.BEDROCK_INVOKE, "amazon.nova-canvas-v1:0", "a dam"));

    assertThat(picture.reply().content())
        .singleElement()
        .isInstanceOfSatisfying(
            Content.Image.class, image -> assertThat(image.bytes()).containsExactly(1, 2));
    assertThat(blocked.cause()).isEqualTo(Cause.REFUSED);
  }

  private static float[] vector(EndpointResult.Answered answer, int at) {
    return ((Content.Vector) answer.reply().content().get(at)).values();
  }

  private EndpointResult ask(Adapter adapter, String model, String... texts) {
    var route =
        new Route(
                "test",
                adapter,
                Optional.of(server.uri("")),
                model,
                Optional.empty(),
                Hardware.UNKNOWN,
                Duration.ofSeconds(60),
                8)
            .deadlines(AwsPeer.PATIENT)
            .wire(AwsPeer.with(true, Wire.SageMaker.USUAL));
    var request =
        new ModelRequest(
            List.of(texts).stream().map(text -> new Message(Message.Role.USER, text)).toList(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return peer.endpoints
        .of(route)
        .answer(request, () -> AwsPeer.key(adapter), Duration.ofSeconds(60));
  }
}
