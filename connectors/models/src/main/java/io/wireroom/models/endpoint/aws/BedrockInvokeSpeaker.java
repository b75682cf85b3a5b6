package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.endpoint.Served;
import io.wireroom.models.endpoint.Speaker;
import io.wireroom.models.endpoint.Turn;
import io.wireroom.models.endpoint.Usage;
import io.wireroom.models.route.Route;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.PayloadPart;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

/** Bedrock's InvokeModel and its stream, each vendor in its own words. */
public final class BedrockInvokeSpeaker implements Speaker {
  private static final String JSON = "application/json";

  private final Route route;
  private final AwsClients clients;
  private final Optional<InvokeBody> body;

  public BedrockInvokeSpeaker(Route route, AwsClients clients) {
    this.route = route;
    this.clients = clients;
    this.body = InvokeBody.of(route.model());
  }

  @Override
  public boolean knowsSchemas() {
    return body.filter(InvokeBody::knowsSchemas).isPresent();
  }

  @Override
  public Turn ask(ModelRequest request, Asking asking) {
    if (body.isEmpty()) {
      return Turn.failed(
          Cause.BAD_REQUEST,
          "the body of the model " + route.model() + " is not known; use bedrock-converse");
    }
    var unsayable = body.get().unsayable(request);
    if (unsayable.isPresent()) {
      return Turn.failed(Cause.BAD_REQUEST, unsayable.get());
    }
    var key = asking.key().get();
    return switch (clients.bedrock(route, key)) {
      case AwsClients.Found.None<BedrockRuntimeAsyncClient>(var turn) -> turn;
      case AwsClients.Found.Client<BedrockRuntimeAsyncClient>(var client) ->
          body.get().streams() && (route.wire().stream() || asking.streamed())
              ? stream(client, body.get(), request, asking, key)
              : whole(client, body.get(), request, asking, key);
    };
  }

  private Turn whole(
      BedrockRuntimeAsyncClient client,
      InvokeBody body,
      ModelRequest request,
      Asking asking,
      ApiKey key) {
    var out =
        InvokeModelRequest.builder()
            .modelId(route.model())
            .contentType(JSON)
            .accept(JSON)
            .body(SdkBytes.fromUtf8String(body.write(request).toString()));
    route.wire().tier().ifPresent(out::serviceTier);
    route.wire().latency().ifPresent(out::performanceConfigLatency);
    return Waiting.on(
        client.invokeModel(out.build()), asking, key, answer -> read(body, answer, request));
  }

  private static Turn read(InvokeBody body, InvokeModelResponse answer, ModelRequest request) {
    return body.read(JsonText.parse(answer.body().asByteArray()))
        .map(
            reply ->
                Turn.of(
                    reply.served(
                        served(
                            answer.serviceTierAsString(),
                            answer.performanceConfigLatencyAsString())),
                    request))
        .orElseGet(
            () -> Turn.rejected(Rejection.UNUSABLE, "the answer is not one of this vendor's"));
  }

  private Turn stream(
      BedrockRuntimeAsyncClient client,
      InvokeBody body,
      ModelRequest request,
      Asking asking,
      ApiKey key) {
    var out =
        InvokeModelWithResponseStreamRequest.builder()
            .modelId(route.model())
            .contentType(JSON)
            .accept(JSON)
            .body(SdkBytes.fromUtf8String(body.write(request).toString()));
    route.wire().tier().ifPresent(out::serviceTier);
    route.wire().latency().ifPresent(out::performanceConfigLatency);
    var handler = new Handler();
    var call = handler.watch(client.invokeModelWithResponseStream(out.build(), handler));
    var answer = new Assembler(asking);
    var turn =
        EventReader.read(
            call,
            handler.events(),
            event -> take(event, body, answer),
            () -> {},
            answer,
            request,
            asking,
            key);
    return turn instanceof Turn.Whole(var reply)
        ? new Turn.Whole(
            reply.served(
                handler
                    .head()
                    .map(
                        head ->
                            served(
                                head.serviceTierAsString(),
                                head.performanceConfigLatencyAsString()))
                    .orElse(reply.served())))
        : turn;
  }

  /** Each part is one whole piece of the vendor's JSON, also where the service adds its own. */
  private static boolean take(ResponseStream event, InvokeBody body, Assembler answer) {
    if (!(event instanceof PayloadPart part) || part.bytes() == null) {
      return answer.on(
          new ModelEvent.Unknown(
              "event", JsonNodeFactory.instance.textNode(String.valueOf(event))));
    }
    var chunk = JsonText.parse(part.bytes().asByteArray());
    if (!body.take(chunk, answer)) {
      return false;
    }
    var metrics = chunk.path("amazon-bedrock-invocationMetrics");
    var known = answer.counted() instanceof Usage.Tokens;
    long in = JsonText.count(metrics.path("inputTokenCount"));
    long out = JsonText.count(metrics.path("outputTokenCount"));
    return known
        || in < 0
        || out < 0
        || answer.on(new ModelEvent.Counted(new Usage.Tokens(in, out), Served.UNSAID));
  }

  private static Served served(@Nullable String tier, @Nullable String latency) {
    return new Served(
        Optional.ofNullable(tier),
        Optional.ofNullable(latency),
        Optional.empty(),
        Optional.empty());
  }

  private static final class Handler
      extends Streamed<InvokeModelWithResponseStreamResponse, ResponseStream>
      implements InvokeModelWithResponseStreamResponseHandler {}
}
