package io.wireroom.bench.models;

import io.vertx.core.Vertx;
import io.wireroom.models.Asker;
import io.wireroom.models.Endpoints;
import io.wireroom.models.ModelResult;
import io.wireroom.models.Models;
import io.wireroom.models.endpoint.Listener;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.ModelTable;
import io.wireroom.models.route.Policy;
import io.wireroom.models.route.Route;
import io.wireroom.models.route.Wire;
import io.wireroom.net.AllowList;
import io.wireroom.net.Door;
import io.wireroom.net.DoorSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Our model layer in front of the scripted server, put together as the engine does. */
final class Asking implements AutoCloseable {
  /** Routes of one alias, in two regions, so that they do not fail together. */
  static final String HEDGED = "hedged";

  static final String UNHEDGED = "unhedged";

  private static final String PROMPT =
      "Write a headline for this: the council voted to remove the old dam at the river mill. ";

  private static final int PLACES = 1_000;

  private final Vertx vertx = Vertx.vertx();
  private final Door door;
  private final Endpoints endpoints;
  private final Models models;

  Asking(URI server) {
    // why the places: the door has 64 for each host, as a host is usually somebody else's
    door =
        Door.open(vertx, DoorSettings.allowing(AllowList.of("127.0.0.1:*")).places(PLACES, PLACES));
    endpoints = new Endpoints(door, Clock.systemUTC());
    models =
        new Models(
            new ModelTable(
                Map.of(
                    ModelServer.PLAIN,
                    List.of(route(server, ModelServer.PLAIN, "home", false)),
                    ModelServer.PACED,
                    List.of(route(server, ModelServer.PACED, "home", true)),
                    HEDGED,
                    tails(server),
                    UNHEDGED,
                    tails(server)),
                Map.of(HEDGED, Policy.PINNED.hedging())),
            endpoints,
            name -> Optional.empty(),
            name -> Optional.empty(),
            false,
            Clock.systemUTC(),
            new Random(1));
  }

  private static List<Route> tails(URI server) {
    return List.of(
        route(server, ModelServer.SLOW_TAIL, "home", true),
        route(server, ModelServer.SLOW_TAIL, "away", true));
  }

  private static Route route(URI server, String model, String region, boolean stream) {
    var usual = Wire.USUAL;
    return new Route(
            model + "-" + region,
            Adapter.OPENAI,
            Optional.of(server),
            model,
            Optional.empty(),
            Hardware.UNKNOWN,
            Duration.ofSeconds(60),
            PLACES)
        .wire(
            new Wire(
                Optional.of(region),
                stream,
                usual.tier(),
                usual.latency(),
                usual.http1(),
                usual.inclusive(),
                usual.role(),
                usual.sagemaker()));
  }

  /** Asks once; the answer's text. Blocks the calling virtual thread. */
  String ask(String alias, Listener listener) {
    var request =
        new ModelRequest(
            List.of(new Message(Message.Role.USER, PROMPT)),
            Optional.empty(),
            Optional.of(600),
            Optional.empty());
    var asker = new Asker("bench", name -> Optional.empty(), Duration.ofSeconds(60), listener);
    return switch (models.ask(alias, request, Optional.empty(), asker)) {
      case ModelResult.Answered answered -> answered.answer().text();
      case ModelResult other -> throw new IllegalStateException(String.valueOf(other));
    };
  }

  /** The body that a bare client sends for the same. */
  static String body() {
    return """
    {"model":"plain","messages":[{"role":"user","content":"%s"}],"max_tokens":600}"""
        .formatted(PROMPT);
  }

  @Override
  public void close() throws Exception {
    endpoints.close();
    door.close();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }
}
