package io.wireroom.models.endpoint.aws;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.EventLines;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.endpoint.Served;
import io.wireroom.models.endpoint.Speaker;
import io.wireroom.models.endpoint.Turn;
import io.wireroom.models.endpoint.openai.HttpTrouble;
import io.wireroom.models.route.Route;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeAsyncClient;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointRequest;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointResponse;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointWithResponseStreamRequest;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointWithResponseStreamResponse;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.sagemakerruntime.model.PayloadPart;
import software.amazon.awssdk.services.sagemakerruntime.model.ResponseStream;

/** A SageMaker endpoint that answers at once, whole or as it is made. */
public final class SageMakerSpeaker implements Speaker {
  private static final String JSON = "application/json";

  private final Route route;
  private final AwsClients clients;
  private final Payload payload;

  public SageMakerSpeaker(Route route, AwsClients clients) {
    this.route = route;
    this.clients = clients;
    this.payload = Payload.of(route.wire());
  }

  @Override
  public boolean knowsSchemas() {
    return payload.knowsSchemas();
  }

  @Override
  public Turn ask(ModelRequest request, Asking asking) {
    var unsayable = payload.unsayable(request);
    if (unsayable.isPresent()) {
      return Turn.failed(Cause.BAD_REQUEST, unsayable.get());
    }
    var key = asking.key().get();
    return switch (clients.sagemaker(route, key)) {
      case AwsClients.Found.None<SageMakerRuntimeAsyncClient>(var turn) -> turn;
      case AwsClients.Found.Client<SageMakerRuntimeAsyncClient>(var client) ->
          route.wire().stream() || asking.streamed()
              ? stream(client, request, asking, key)
              : whole(client, request, asking, key);
    };
  }

  private Turn whole(
      SageMakerRuntimeAsyncClient client, ModelRequest request, Asking asking, ApiKey key) {
    var target = route.wire().sagemaker();
    var out =
        InvokeEndpointRequest.builder()
            .endpointName(route.model())
            .contentType(JSON)
            .accept(JSON)
            .body(SdkBytes.fromUtf8String(payload.write(request, false).toString()));
    target.component().ifPresent(out::inferenceComponentName);
    target.variant().ifPresent(out::targetVariant);
    target.session().ifPresent(out::sessionId);
    prefix(request).ifPresent(out::prefixAwareId);
    return Waiting.on(
        client.invokeEndpoint(out.build()), asking, key, answer -> read(answer, request));
  }

  private Turn read(InvokeEndpointResponse answer, ModelRequest request) {
    return payload
        .read(JsonText.parse(answer.body().asByteArray()), request)
        .map(
            reply ->
                Turn.of(
                    reply.served(
                        reply
                            .served()
                            .variant(Optional.ofNullable(answer.invokedProductionVariant()))),
                    request))
        .orElseGet(
            () ->
                Turn.rejected(
                    Rejection.UNUSABLE, "the answer is not one of this kind of container"));
  }

  private Turn stream(
      SageMakerRuntimeAsyncClient client, ModelRequest request, Asking asking, ApiKey key) {
    var target = route.wire().sagemaker();
    var out =
        InvokeEndpointWithResponseStreamRequest.builder()
            .endpointName(route.model())
            .contentType(JSON)
            .body(SdkBytes.fromUtf8String(payload.write(request, true).toString()));
    target.component().ifPresent(out::inferenceComponentName);
    target.variant().ifPresent(out::targetVariant);
    target.session().ifPresent(out::sessionId);
    prefix(request).ifPresent(out::prefixAwareId);
    var handler = new Handler();
    var call = handler.watch(client.invokeEndpointWithResponseStream(out.build(), handler));
    var answer = new Assembler(asking);
    var pieces = payload.pieces(answer);
    var lines = new EventLines(data -> pieces.take(key.mask(data)));
    var turn =
        EventReader.read(
            call,
            handler.events(),
            event -> take(event, lines),
            lines::end,
            answer,
            request,
            asking,
            key);
    if (pieces.error().isPresent()) {
      return HttpTrouble.inStream(pieces.error().get(), answer);
    }
    return turn instanceof Turn.Whole(var reply)
        ? new Turn.Whole(reply.served(variant(reply.served(), handler)))
        : turn;
  }

  private static boolean take(ResponseStream event, EventLines lines) {
    return !(event instanceof PayloadPart part)
        || part.bytes() == null
        || lines.add(part.bytes().asByteArray());
  }

  private static Served variant(Served served, Handler handler) {
    return served.variant(
        handler
            .head()
            .map(InvokeEndpointWithResponseStreamResponse::invokedProductionVariant)
            .or(served::variant));
  }

  /** Requests that begin alike find the same instance, and what it still knows of them. */
  private Optional<String> prefix(ModelRequest request) {
    return route.wire().sagemaker().prefixAware()
        ? Optional.of(Digests.prefix(request))
        : Optional.empty();
  }

  private static final class Handler
      extends Streamed<InvokeEndpointWithResponseStreamResponse, ResponseStream>
      implements InvokeEndpointWithResponseStreamResponseHandler {}
}
