package io.wireroom.models.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.route.Adapter;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("module")
class BedrockInvokeEndpointTest extends AwsEndpointContract {
  @Override
  Adapter adapter() {
    return Adapter.BEDROCK_INVOKE;
  }

  @Override
  String service() {
    return "bedrock";
  }

  @Test
  void writesTheVendorsOwnBodyUnderAnEncodedName() {
    answered(ask(Optional.empty()));

    var call = peer.server.calls().getLast();
    assertThat(call.uri())
        .isEqualTo(
            "/model/arn%3Aaws%3Abedrock%3Aeu-central-1%3A123456789012%3Ainference-profile%2F"
                + "eu.anthropic.claude-haiku-4-5-v1%3A0/invoke");
    assertThat(json(call.body()).path("anthropic_version").asText())
        .isEqualTo("bedrock-2023-05-31");
    assertThat(json(call.body()).path("max_tokens").asInt()).isEqualTo(600);
  }
}
