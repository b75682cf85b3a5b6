package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Wire;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("module")
class AsyncSageMakerEndpointTest {
  private static final String ANSWER =
      """
      {"choices": [{"message": {"content": "The river runs free."}, "finish_reason": "stop"}],
       "usage": {"prompt_tokens": 90, "completion_tokens": 12}}
      """;
  private static final ModelRequest REQUEST = EndpointContract.request("Hello", Optional.empty());

  private final AwsPeer peer = new AwsPeer();
  private final Endpoint endpoint =
      peer.endpoint(
          Adapter.SAGEMAKER_ASYNC,
          AwsPeer.with(
              false,
              new Wire.SageMaker(
                  Wire.Payload.OPENAI,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  false,
                  Optional.of("s3://questions/in"),
                  Optional.of(peer.server.uri()))));

  @AfterEach
  void close() {
    peer.close();
  }

  @Test
  void waitsForItsAnswerWithoutAskingTwice() {
    var early = ask(Duration.ofSeconds(2));
    peer.server.file("answers/out/1.out", ANSWER);
    var late = ask(Duration.ofSeconds(60));

    var failure = EndpointContract.failure(early);
    assertThat(failure.cause()).isEqualTo(Cause.WARMING);
    assertThat(failure.begun()).isTrue();
    assertThat(failure.after()).isPositive();
    assertThat(EndpointContract.answered(late).text()).isEqualTo("The river runs free.");
    assertThat(peer.server.calls())
        .filteredOn(call -> call.uri().endsWith("/async-invocations"))
        .hasSize(1)
        .allSatisfy(
            call -> {
              var input = call.headers().getOrDefault("x-amzn-sagemaker-inputlocation", "");
              assertThat(input).startsWith("s3://questions/in/");
              assertThat(peer.server.file(input.substring("s3://".length()))).isPresent();
            });
  }

  @Test
  void failsWithWhatItLeftInsteadOfAnAnswer() {
    peer.server.file("answers/failure/1.out", "CUDA out of memory");

    var failure = EndpointContract.failure(ask(Duration.ofSeconds(60)));

    assertThat(failure.cause()).isEqualTo(Cause.MODEL_ERROR);
    assertThat(failure.message()).contains("CUDA out of memory");
  }

  private EndpointResult ask(Duration timeout) {
    return endpoint.answer(REQUEST, () -> AwsPeer.KEY, timeout);
  }
}
