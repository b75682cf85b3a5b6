package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.Route;
import io.wireroom.models.route.Wire;
import io.wireroom.testkit.model.Answer;
import io.wireroom.testkit.model.ScriptedModelServer;
import io.wireroom.testkit.model.ScriptedModelServer.Call;
import io.wireroom.testkit.model.SigV4Verifier.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scripted server against AWS's own JavaScript client, and our endpoints against a model server
 * by others: what only our two sides agree on would be found nowhere else.
 */
@Tag("module")
class IndependentPeersTest {
  private static final Path NODE = Path.of("..", "testkit", "node").toAbsolutePath().normalize();

  private final AwsPeer peer = new AwsPeer();

  @BeforeEach
  void installed() {
    assumeThat(NODE.resolve("node_modules"))
        .as("./wireroom test fetches its packages")
        .matches(Files::isDirectory);
  }

  @AfterEach
  void close() {
    peer.close();
  }

  @Test
  void theCloudsOwnClientUnderstandsTheScriptedServer() throws Exception {
    for (var i = 0; i < 6; i++) {
      peer.server.answers(Answer.of("The river ", "runs free."));
    }

    var said =
        said(
            "aws-client.mjs",
            peer.server.uri().toString(),
            ScriptedModelServer.ACCESS_KEY,
            ScriptedModelServer.SECRET_KEY);

    assertThat(said.at("/converse/text").asText()).isEqualTo("The river runs free.");
    for (var way : List.of("converse", "converseStream")) {
      assertThat(said.path(way).path("text").asText()).as(way).isEqualTo("The river runs free.");
      assertThat(said.path(way).path("stopReason").asText()).as(way).isEqualTo("end_turn");
      assertThat(said.path(way).at("/usage/inputTokens").asInt()).as(way).isEqualTo(90);
      assertThat(said.path(way).at("/usage/outputTokens").asInt()).as(way).isEqualTo(12);
    }
    assertThat(said.at("/converseStream/role").asText()).isEqualTo("assistant");
    assertThat(said.at("/invoke/content/0/text").asText()).isEqualTo("The river runs free.");
    assertThat(said.path("invokeStream").findValuesAsText("text"))
        .containsSubsequence("The river ", "runs free.");
    assertThat(said.at("/endpoint/choices/0/message/content").asText())
        .isEqualTo("The river runs free.");
    assertThat(said.path("endpointStream").asText()).contains("The river ", "runs free.");
    assertThat(peer.server.calls())
        .extracting(Call::verdict)
        .hasSize(6)
        .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Good.class));
  }

  /** BEDROCK_INVOKE whole only: that server sends pieces bare, which AWS's client does not take. */
  @ParameterizedTest
  @CsvSource({
    "OPENAI, false",
    "OPENAI, true",
    "BEDROCK_CONVERSE, false",
    "BEDROCK_CONVERSE, true",
    "BEDROCK_INVOKE, false"
  })
  void ourEndpointsUnderstandAServerByOthers(Adapter adapter, boolean stream) throws Exception {
    var server = node("aimock.mjs");
    try {
      var uri = URI.create(server.inputReader().readLine());
      assertThat(ask(adapter, uri, stream)).isEqualTo("The harbour opens at noon.");
    } finally {
      server.destroy();
    }
  }

  private String ask(Adapter adapter, URI uri, boolean stream) {
    var usual = Wire.USUAL;
    var route =
        new Route(
                "test",
                adapter,
                Optional.of(uri),
                adapter.aws() ? AwsPeer.CLAUDE : "gpt-any",
                Optional.empty(),
                Hardware.UNKNOWN,
                Duration.ofSeconds(60),
                8)
            .deadlines(AwsPeer.PATIENT)
            .wire(
                new Wire(
                    usual.region(),
                    stream,
                    usual.tier(),
                    usual.latency(),
                    true,
                    usual.inclusive(),
                    usual.role(),
                    usual.sagemaker()));
    var request =
        new ModelRequest(
            List.of(new Message(Message.Role.USER, "When does the harbour open?")),
            Optional.empty(),
            Optional.of(100),
            Optional.empty());
    var result =
        peer.endpoints
            .of(route)
            .answer(request, () -> AwsPeer.key(adapter), Duration.ofSeconds(60));
    return switch (result) {
      case EndpointResult.Answered answered -> answered.text();
      case EndpointResult other -> throw new AssertionError(String.valueOf(other));
    };
  }

  private static JsonNode said(String script, String... arguments) throws Exception {
    var process = node(script, arguments);
    var output = process.inputReader().lines().collect(Collectors.joining("\n"));
    assertThat(process.waitFor()).as(output).isZero();
    return new ObjectMapper().readTree(output);
  }

  private static Process node(String script, String... arguments) throws IOException {
    var line = new ArrayList<>(List.of("node", "--no-warnings", script));
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line)
        .directory(NODE.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
