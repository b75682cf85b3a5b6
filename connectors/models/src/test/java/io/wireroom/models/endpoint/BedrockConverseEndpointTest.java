package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Price;
import io.wireroom.models.route.Wire;
import io.wireroom.testkit.model.Answer;
import io.wireroom.testkit.model.SigV4Verifier.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("module")
class BedrockConverseEndpointTest extends AwsEndpointContract {
  @Override
  Adapter adapter() {
    return Adapter.BEDROCK_CONVERSE;
  }

  @Override
  String service() {
    return "bedrock";
  }

  @Test
  void speaksHttp2UnlessToldNotTo() {
    answered(ask(Optional.empty()));
    var wire =
        new Wire(
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            true,
            false,
            Optional.empty(),
            Wire.SageMaker.USUAL);
    var request = request("Hello", Optional.empty());
    answered(peer.endpoint(adapter(), wire).answer(request, () -> key, Duration.ofSeconds(60)));

    assertThat(peer.server.calls())
        .extracting(call -> call.version())
        .containsExactly("HTTP_2", "HTTP_1_1");
  }

  @Test
  void writesEveryPartOfARequest() {
    var tool = new Tools.Tool("lookup", "Looks up", json("{\"type\": \"object\"}"));
    var use = new Content.ToolUse("t1", "lookup", json("{\"q\": \"dam\", \"n\": 2}"));
    var request =
        new ModelRequest(
            List.of(
                new Message(
                    Message.Role.SYSTEM,
                    List.of(new Content.Text("Be brief"), new Content.CachePoint(true))),
                new Message(
                    Message.Role.USER,
                    List.of(
                        new Content.Text("What?"),
                        new Content.Image("png", new byte[] {1, 2}),
                        new Content.Document("notes", "pdf", new byte[] {3}))),
                new Message(
                    Message.Role.ASSISTANT,
                    List.of(new Content.Reasoning("hm", Optional.of("sig")), use)),
                new Message(
                    Message.Role.USER,
                    List.of(
                        new Content.ToolResult("t1", List.of(new Content.Text("found")), false)))),
            Optional.empty(),
            new ModelRequest.Sampling(
                Optional.of(50), Optional.of(0.5), Optional.of(0.9), List.of("END")),
            new Tools(List.of(tool), new Tools.Choice.Any()));

    answered(endpoint().answer(request, () -> key, Duration.ofSeconds(60)));

    var sent = json(peer.server.calls().getLast().body());
    assertThat(sent)
        .isEqualTo(
            json(
                """
                {"messages": [
                   {"role": "user", "content": [
                     {"text": "What?"},
                     {"image": {"format": "png", "source": {"bytes": "AQI="}}},
                     {"document": {"format": "pdf", "name": "notes",
                       "source": {"bytes": "Aw=="}}}]},
                   {"role": "assistant", "content": [
                     {"reasoningContent": {"reasoningText": {"text": "hm", "signature": "sig"}}},
                     {"toolUse": {"toolUseId": "t1", "name": "lookup",
                       "input": {"q": "dam", "n": 2}}}]},
                   {"role": "user", "content": [
                     {"toolResult": {"toolUseId": "t1", "content": [{"text": "found"}],
                       "status": "success"}}]}],
                 "system": [{"text": "Be brief"}, {"cachePoint": {"type": "default", "ttl": "1h"}}],
                 "inferenceConfig": {"maxTokens": 50, "temperature": 0.5, "topP": 0.9,
                   "stopSequences": ["END"]},
                 "toolConfig": {"tools": [{"toolSpec": {"name": "lookup",
                   "description": "Looks up", "inputSchema": {"json": {"type": "object"}}}}],
                   "toolChoice": {"any": {}}}}
                """));
  }

  @Test
  void takesABearerKeyOfBedrock() {
    key = AwsPeer.BEARER;
    var without = failure(ask(Optional.empty()));
    var wire =
        new Wire(
            Optional.of("eu-central-1"),
            false,
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Wire.SageMaker.USUAL);
    var request = request("Hello", Optional.empty());
    answered(peer.endpoint(adapter(), wire).answer(request, () -> key, Duration.ofSeconds(60)));

    assertThat(without.message()).contains("region");
    assertThat(peer.server.calls().getLast().verdict())
        .isEqualTo(new Verdict.Good("bearer", "", ""));
    assertThat(peer.server.calls().getLast().headers()).doesNotContainKey("x-amz-date");
  }

  @Test
  void takesOnARoleAndKeepsItsKeys() {
    var property = "aws.endpointUrlSts";
    System.setProperty(property, peer.server.uri().toString());
    try {
      key =
          new ApiKey.Aws(
              AwsPeer.KEY.accessKeyId(),
              AwsPeer.KEY.secretAccessKey(),
              "",
              "eu-central-1",
              "arn:aws:iam::123456789012:role/newsroom");
      answered(ask(Optional.empty()));
      answered(ask(Optional.empty()));
    } finally {
      System.clearProperty(property);
    }

    assertThat(peer.server.calls())
        .extracting(call -> call.verdict())
        .containsExactly(
            new Verdict.Good(AwsPeer.KEY.accessKeyId(), "eu-central-1", "sts"),
            new Verdict.Good("ASIASCRIPTED0002", "eu-central-1", "bedrock"),
            new Verdict.Good("ASIASCRIPTED0002", "eu-central-1", "bedrock"));
  }

  @Test
  void costsWhatWasServedAndNotWhatWasAskedFor() {
    var flex =
        new Wire(
            Optional.empty(),
            false,
            Optional.of("flex"),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Wire.SageMaker.USUAL);
    var priced =
        peer.endpoints.of(
            peer.route(adapter())
                .wire(flex)
                .price(new Price.PerToken(List.of(band("default", 3), band("flex", 1)))));
    peer.server.answers(
        Answer.of("a").tier("flex"), Answer.of("a").tier("default"), Answer.of("a"));
    var request = request("Hello", Optional.empty());
    var wait = Duration.ofSeconds(60);

    assertThat(answered(priced.answer(request, () -> key, wait)).cost())
        .isEqualTo(new Cost.Known(102_000_000));
    assertThat(answered(priced.answer(request, () -> key, wait)).cost())
        .isEqualTo(new Cost.Known(306_000_000));
    assertThat(answered(priced.answer(request, () -> key, wait)).cost())
        .isEqualTo(new Cost.Unknown());
    assertThat(json(peer.server.calls().getFirst().body()).at("/serviceTier/type").asText())
        .isEqualTo("flex");
  }

  private static Price.Band band(String tier, long dollars) {
    long pico = dollars * 1_000_000;
    return new Price.Band(
        LocalDate.EPOCH,
        tier,
        "standard",
        0,
        pico,
        pico,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
