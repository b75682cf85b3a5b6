package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Wire;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("module")
class SageMakerEndpointTest extends AwsEndpointContract {
  @Override
  Adapter adapter() {
    return Adapter.SAGEMAKER;
  }

  @Override
  String service() {
    return "sagemaker";
  }

  @Test
  void saysWhichPartOfTheEndpointIsToAnswer() {
    var target =
        new Wire.SageMaker(
            Wire.Payload.OPENAI,
            Optional.of("llama-component"),
            Optional.of("trn1-variant"),
            Optional.of("session-1"),
            true,
            Optional.empty(),
            Optional.empty());
    var request = request("Hello", Optional.empty());
    for (var stream : new boolean[] {false, true}) {
      answered(
          peer.endpoint(adapter(), AwsPeer.with(stream, target))
              .answer(request, () -> key, Duration.ofSeconds(60)));
    }

    assertThat(peer.server.calls())
        .hasSize(2)
        .allSatisfy(
            call ->
                assertThat(call.headers())
                    .containsEntry("x-amzn-sagemaker-inference-component", "llama-component")
                    .containsEntry("x-amzn-sagemaker-target-variant", "trn1-variant")
                    .containsEntry("x-amzn-sagemaker-session-id", "session-1")
                    .containsKey("x-amzn-sagemaker-prefix-aware-id"));
  }

  @ParameterizedTest
  @EnumSource(Wire.Payload.class)
  void speaksToEachKindOfContainer(Wire.Payload payload) {
    var request = request("Hello", Optional.empty());
    for (var stream : new boolean[] {false, true}) {
      var wire = AwsPeer.with(stream, AwsPeer.payload(payload));
      var answer =
          peer.endpoint(adapter(), wire).answer(request, () -> key, Duration.ofSeconds(60));

      assertThat(answered(answer).text()).isEqualTo("The river runs free.");
    }
  }

  @Test
  void takesNoBearerToken() {
    key = AwsPeer.BEARER;

    assertThat(cause(ask(Optional.empty()))).isEqualTo(Cause.AUTH);
  }
}
