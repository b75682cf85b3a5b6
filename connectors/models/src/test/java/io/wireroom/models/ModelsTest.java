package io.wireroom.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.wireroom.connector.Connections;
import io.wireroom.connector.Connections.Connection;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.KeySource;
import io.wireroom.models.route.ModelTable;
import io.wireroom.models.route.Policy;
import io.wireroom.models.route.Route;
import io.wireroom.net.Door;
import io.wireroom.testkit.ScriptedServer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("module")
class ModelsTest {
  private static final String ANSWER =
      """
      {"choices": [{"message": {"content": "hello"}, "finish_reason": "stop"}]}
      """;
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private final Endpoints endpoints = new Endpoints(door, Clock.systemUTC());
  private final ScriptedServer first = ScriptedServer.start();
  private final ScriptedServer second = ScriptedServer.start();

  @AfterEach
  void close() {
    endpoints.close();
    door.close();
    first.close();
    second.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void asksTheNextRouteWhenTheFirstIsBusy() {
    status(first, 429);
    second.text(PATH, "application/json", ANSWER);

    assertThat(ask())
        .isInstanceOfSatisfying(
            ModelResult.Answered.class,
            answered -> assertThat(answered.route().name()).isEqualTo("second"));
  }

  @Test
  void asksTheNextRouteWhenTheFirstIsAway() {
    first.close();
    second.text(PATH, "application/json", ANSWER);

    assertThat(ask()).isInstanceOf(ModelResult.Answered.class);
  }

  @Test
  void neverAsksTheNextRouteAfterARefusalOrAWrongSetUp() {
    status(first, 401);
    var broken = ask();
    first.text(PATH, "application/json", ANSWER.replace("stop", "content_filter"));
    var refused = ask();

    assertThat(broken)
        .isInstanceOfSatisfying(
            ModelResult.Broken.class, no -> assertThat(no.reason()).startsWith("first: "));
    assertThat(refused)
        .isInstanceOfSatisfying(
            ModelResult.Rejected.class,
            no -> assertThat(no.rejection()).isEqualTo(Rejection.REFUSED));
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void isBusyWithTheShortestWaitWhenAllAre() {
    first.on(PATH, r -> r.response().putHeader("Retry-After", "30").setStatusCode(429).end());
    second.on(PATH, r -> r.response().putHeader("Retry-After", "5").setStatusCode(429).end());

    assertThat(ask())
        .isInstanceOfSatisfying(
            ModelResult.Busy.class,
            busy -> {
              assertThat(busy.after()).isEqualTo(Duration.ofSeconds(5));
              assertThat(busy.reason()).contains("first").contains("second");
            });
  }

  @Test
  void isUnreachableWhenNoRouteIsThere() {
    first.close();
    second.close();

    assertThat(ask()).isInstanceOf(ModelResult.Unreachable.class);
  }

  @Test
  void isBusyWhenAllPlacesOfTheOnlyRouteAreTaken() throws Exception {
    var arrived = new CountDownLatch(1);
    var release = new CompletableFuture<Void>();
    first.on(
        PATH,
        r -> {
          arrived.countDown();
          release.thenRun(() -> r.response().end(ANSWER));
        });
    var models = models(Map.of("m", List.of(route("first", first, 1))), Map.of());
    var running = new CompletableFuture<ModelResult>();
    Thread.ofVirtual().start(() -> running.complete(models.ask("m", hello(), none(), asker())));
    arrived.await();

    assertThat(models.ask("m", hello(), none(), asker())).isInstanceOf(ModelResult.Busy.class);
    assertThat(state(models)).isEqualTo("saturated");

    release.complete(null);
    assertThat(running.join()).isInstanceOf(ModelResult.Answered.class);
    assertThat(state(models)).isEqualTo("ready");
  }

  @Test
  void goesOnWithANewTableAndKeepsThePlacesOfWhatDidNotChange() throws Exception {
    var arrived = new CountDownLatch(1);
    var release = new CompletableFuture<Void>();
    first.on(
        PATH,
        r -> {
          arrived.countDown();
          release.thenRun(() -> r.response().end(ANSWER));
        });
    second.text(PATH, "application/json", ANSWER);
    var models = models(Map.of("m", List.of(route("first", first, 1))), Map.of());
    var running = new CompletableFuture<ModelResult>();
    Thread.ofVirtual().start(() -> running.complete(models.ask("m", hello(), none(), asker())));
    arrived.await();

    models.use(
        new ModelTable(
            Map.of("m", List.of(route("first", first, 1)), "n", List.of(route("n", second, 1)))));

    assertThat(state(models)).isEqualTo("saturated");
    assertThat(models.ask("n", hello(), none(), asker())).isInstanceOf(ModelResult.Answered.class);
    release.complete(null);
    assertThat(running.join()).isInstanceOf(ModelResult.Answered.class);
  }

  @Test
  void neverUsesTheServersOwnIdentityUnlessItMay() {
    var own =
        new Route(
            "own",
            Adapter.BEDROCK_CONVERSE,
            Optional.of(first.uri("")),
            "amazon.nova-lite-v1:0",
            Optional.of(new KeySource.Server()),
            Hardware.UNKNOWN,
            LONG,
            8);
    var models = models(Map.of("m", List.of(own)), Map.of());

    assertThat(state(models)).isEqualTo("no-key");
    assertThat(models.ask("m", hello(), none(), asker()))
        .isInstanceOfSatisfying(
            ModelResult.Broken.class,
            no -> assertThat(no.reason()).contains("models.allow-server-identity"));
    assertThat(first.requests()).isEmpty();
  }

  @Test
  void saysWhichModelsThereAre() {
    assertThat(models().ask("nobody", hello(), none(), asker()))
        .isInstanceOfSatisfying(
            ModelResult.Rejected.class,
            no -> {
              assertThat(no.rejection()).isEqualTo(Rejection.MISSING);
              assertThat(no.message()).contains("\"nobody\"").contains("writer");
            });
  }

  @Test
  void keepsABudgetOnlyWhereThePriceIsKnown() {
    var routes = List.of(route("first", first, 8), Route.localExtractive("local"));
    var models = models(Map.of("paid", routes.subList(0, 1), "both", routes), Map.of());
    var budget = Optional.of(new Budget(1_000_000));

    assertThat(models.ask("paid", hello(), budget, asker())).isInstanceOf(ModelResult.Broken.class);
    assertThat(models.ask("both", hello(), budget, asker()))
        .isInstanceOfSatisfying(
            ModelResult.Answered.class,
            answered -> assertThat(answered.route().name()).isEqualTo("local"));
    assertThat(first.requests()).isEmpty();
  }

  @Test
  void takesTheKeyFromTheEnvironmentAndShowsWhenItIsMissing() {
    first.text(PATH, "application/json", ANSWER);
    var route =
        new Route(
            "first",
            Adapter.OPENAI,
            Optional.of(first.uri("")),
            "llama",
            Optional.of(new KeySource.Variable("KEY_OF_FIRST")),
            Hardware.UNKNOWN,
            LONG,
            8);
    var without = models(Map.of("m", List.of(route)), Map.of());
    var with = models(Map.of("m", List.of(route)), Map.of("KEY_OF_FIRST", "secret-4711\n"));

    assertThat(state(without)).isEqualTo("no-key");
    assertThat(without.ask("m", hello(), none(), asker())).isInstanceOf(ModelResult.Broken.class);
    assertThat(with.ask("m", hello(), none(), asker())).isInstanceOf(ModelResult.Answered.class);
    assertThat(first.requests().getFirst().headers())
        .containsEntry("authorization", "Bearer secret-4711");
  }

  @Test
  void takesTheKeyFromAConnectionAtEachRequest() {
    first.text(PATH, "application/json", ANSWER);
    var models = models(Map.of("m", List.of(stored("first", "llm"))), Map.of());

    assertThat(state(models)).isEqualTo("no-key");
    assertThat(models.ask("m", hello(), none(), asker()))
        .isInstanceOfSatisfying(
            ModelResult.Broken.class,
            no -> assertThat(no.reason()).contains("no connection named llm"));
    connections.put("llm", new Connection("bearer", Map.of("token", "token-1")));
    models.ask("m", hello(), none(), asker());
    connections.put("llm", new Connection("api-key", Map.of("header", "X-Key", "value", "key-2")));
    models.ask("m", hello(), none(), asker());

    assertThat(state(models)).isEqualTo("ready");
    assertThat(first.requests().getFirst().headers())
        .containsEntry("authorization", "Bearer token-1");
    assertThat(first.requests().getLast().headers())
        .containsEntry("x-key", "key-2")
        .doesNotContainKey("authorization");
  }

  private Route stored(String name, String connection) {
    return new Route(
        name,
        Adapter.OPENAI,
        Optional.of(first.uri("")),
        "llama",
        Optional.of(new KeySource.Connection(connection)),
        Hardware.UNKNOWN,
        LONG,
        8);
  }

  private final Map<String, Connection> connections = new HashMap<>();
  private final Connections stored = name -> Optional.ofNullable(connections.get(name));

  private static final String PATH = "/v1/chat/completions";

  private ModelResult ask() {
    return models().ask("writer", hello(), none(), asker());
  }

  private Models models() {
    return models(
        Map.of("writer", List.of(route("first", first, 8), route("second", second, 8))), Map.of());
  }

  private Models impatient(Route route) {
    return models(
        new ModelTable(
            Map.of("m", List.of(route)), Map.of("m", Policy.PINNED.line(Duration.ofMillis(50)))),
        Map.of());
  }

  private Models models(Map<String, List<Route>> aliases, Map<String, String> environment) {
    return models(new ModelTable(aliases), environment);
  }

  private Models models(ModelTable table, Map<String, String> environment) {
    return new Models(
        table,
        endpoints,
        name -> Optional.ofNullable(environment.get(name)),
        stored,
        false,
        Clock.systemUTC(),
        new Random(7));
  }

  private Asker asker() {
    return new Asker("news", stored, LONG);
  }

  private static Route route(String name, ScriptedServer server, int places) {
    return new Route(
        name,
        Adapter.OPENAI,
        Optional.of(server.uri("")),
        "llama",
        Optional.empty(),
        Hardware.UNKNOWN,
        LONG,
        places);
  }

  private static String state(Models models) {
    return models.states().getOrDefault("m", List.of()).getFirst().state().text();
  }

  private static ModelRequest hello() {
    return new ModelRequest(
        List.of(new Message(Message.Role.USER, "Hello there, how are the rivers?")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Budget> none() {
    return Optional.empty();
  }

  private static void status(ScriptedServer server, int status) {
    server.on(PATH, request -> request.response().setStatusCode(status).end());
  }
}
