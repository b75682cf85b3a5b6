package io.wireroom.models.endpoint.aws;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Speaker;
import io.wireroom.models.endpoint.Turn;
import io.wireroom.models.route.Route;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** Bedrock's Converse and ConverseStream. */
public final class BedrockConverseSpeaker implements Speaker {
  private final Route route;
  private final AwsClients clients;
  private final ConverseReader reader;

  public BedrockConverseSpeaker(Route route, AwsClients clients) {
    this.route = route;
    this.clients = clients;
    this.reader = new ConverseReader(route.wire().inclusive());
  }

  @Override
  public Turn ask(ModelRequest request, Asking asking) {
    var writer = new ConverseWriter(route, request);
    var unsayable = writer.unsayable();
    if (unsayable.isPresent()) {
      return Turn.failed(Cause.BAD_REQUEST, unsayable.get());
    }
    var key = asking.key().get();
    return switch (clients.bedrock(route, key)) {
      case AwsClients.Found.None<BedrockRuntimeAsyncClient>(var turn) -> turn;
      case AwsClients.Found.Client<BedrockRuntimeAsyncClient>(var client) ->
          route.wire().stream() || asking.streamed()
              ? stream(client, writer, request, asking, key)
              : whole(client, writer, request, asking, key);
    };
  }

  private Turn whole(
      BedrockRuntimeAsyncClient client,
      ConverseWriter writer,
      ModelRequest request,
      Asking asking,
      ApiKey key) {
    return Waiting.on(
        client.converse(writer.whole()),
        asking,
        key,
        response -> Turn.of(reader.reply(response), request));
  }

  private Turn stream(
      BedrockRuntimeAsyncClient client,
      ConverseWriter writer,
      ModelRequest request,
      Asking asking,
      ApiKey key) {
    var handler = new Handler();
    var call = handler.watch(client.converseStream(writer.streamed(), handler));
    var answer = new Assembler(asking);
    return EventReader.read(
        call,
        handler.events(),
        event -> reader.events(event).stream().allMatch(answer::on),
        () -> {},
        answer,
        request,
        asking,
        key);
  }

  private static final class Handler extends Streamed<ConverseStreamResponse, ConverseStreamOutput>
      implements ConverseStreamResponseHandler {}
}
