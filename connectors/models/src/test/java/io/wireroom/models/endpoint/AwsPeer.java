package io.wireroom.models.endpoint;

import io.vertx.core.Vertx;
import io.wireroom.models.Endpoints;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Deadlines;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.Route;
import io.wireroom.models.route.Wire;
import io.wireroom.net.Door;
import io.wireroom.testkit.model.ScriptedModelServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The scripted model server, and endpoints that reach it. */
final class AwsPeer implements AutoCloseable {
  static final ApiKey.Aws KEY =
      new ApiKey.Aws(
          ScriptedModelServer.ACCESS_KEY, ScriptedModelServer.SECRET_KEY, "", "eu-central-1", "");
  static final ApiKey.Present BEARER = new ApiKey.Present(ScriptedModelServer.BEARER);

  /** Models that each adapter is asked for. */
  static final String CLAUDE =
      "arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.anthropic.claude-haiku-4-5-v1:0";

  /** why so long: a busy machine takes its time for a connection, too. */
  static final Deadlines PATIENT =
      new Deadlines(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60));

  private final Vertx vertx = Vertx.vertx();
  final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  final ScriptedModelServer server = ScriptedModelServer.start();
  final Endpoints endpoints = new Endpoints(door, Clock.systemUTC());

  Endpoint endpoint(Adapter adapter, Wire wire) {
    return endpoints.of(route(adapter).wire(wire));
  }

  Route route(Adapter adapter) {
    return new Route(
            "test",
            adapter,
            Optional.of(server.uri()),
            adapter.aws() && adapter.text().startsWith("bedrock") ? CLAUDE : "my-endpoint",
            Optional.empty(),
            Hardware.UNKNOWN,
            Duration.ofSeconds(60),
            8)
        .deadlines(PATIENT);
  }

  static ApiKey key(Adapter adapter) {
    return adapter.aws() ? KEY : new ApiKey.NotNeeded();
  }

  static Wire streamed() {
    return with(true, Wire.SageMaker.USUAL);
  }

  static Wire with(boolean stream, Wire.SageMaker sagemaker) {
    return new Wire(
        Optional.empty(),
        stream,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        sagemaker);
  }

  static Wire.SageMaker payload(Wire.Payload payload) {
    return new Wire.SageMaker(
        payload,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.<URI>empty());
  }

  @Override
  public void close() {
    endpoints.close();
    door.close();
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
