package io.wireroom.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.wireroom.connector.Connections;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Content;
import io.wireroom.models.endpoint.Listener;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.gate.RouteState;
import io.wireroom.models.gate.VirtualTime;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Capability;
import io.wireroom.models.route.Deadlines;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.Limits;
import io.wireroom.models.route.ModelTable;
import io.wireroom.models.route.Policy;
import io.wireroom.models.route.Price;
import io.wireroom.models.route.Route;
import io.wireroom.models.route.Wire;
import io.wireroom.net.Door;
import io.wireroom.testkit.ScriptedServer;
import io.wireroom.testkit.model.Answer;
import io.wireroom.testkit.model.Fault;
import io.wireroom.testkit.model.ScriptedModelServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of requests where routes are chosen, watched, hedged and left alone. */
@Tag("module")
class RoutingTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Connections NONE = name -> Optional.empty();

  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private final ScriptedModelServer first = ScriptedModelServer.start();
  private final ScriptedModelServer second = ScriptedModelServer.start();
  private final ScriptedServer loading = ScriptedServer.start();
  private final Endpoints endpoints = new Endpoints(door, Clock.systemUTC());

  @AfterEach
  void close() {
    endpoints.close();
    door.close();
    first.close();
    second.close();
    loading.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void asksAnotherRouteWhenTheFirstWordIsLateAndCancelsTheLoser() {
    var models =
        models(
            Policy.PINNED.hedging(),
            List.of(route("first", first, "trn2"), route("second", second, "gpu")));
    for (int i = 0; i < 20; i++) {
      assertThat(ask(models)).isInstanceOf(ModelResult.Answered.class);
    }
    assertThat(second.calls()).isEmpty();
    first.answers(Answer.with(Fault.SLOW_FIRST_TOKEN));
    var heard = new ArrayList<String>();

    var result =
        ask(
            models,
            event -> {
              if (event instanceof ModelEvent.Text(var block, var text)) {
                heard.add(text);
              }
              return true;
            });

    assertThat(result)
        .isInstanceOfSatisfying(
            ModelResult.Answered.class,
            answered -> assertThat(answered.route().name()).isEqualTo("second"));
    assertThat(heard).containsExactly("The river ", "runs free.");
    await().until(() -> first.cancels() == 1);
    await().until(() -> state(models, 0).load().inFlight() == 0);
    assertThat(state(models, 0).spent().cancelled()).isEqualTo(1);
    assertThat(state(models, 0).spent().unknown()).isEqualTo(21); // why: it has no price
    assertThat(state(models, 1).spent().extra()).isEqualTo(1);
    // why: one in twenty is the most, and that one is spent
    first.answers(Answer.with(Fault.NONE).ticking());
    var next = new CompletableFuture<ModelResult>();
    Thread.startVirtualThread(() -> next.complete(ask(models)));
    await()
        .until(
            () -> {
              first.tick();
              return next.isDone();
            });
    assertThat(second.calls()).hasSize(1);
  }

  @Test
  void neverHedgesOnWhatFailsTogether() {
    var models =
        models(
            Policy.PINNED.hedging(),
            List.of(
                route("first", first, "trn2")
                    .deadlines(
                        new Deadlines(Duration.ofSeconds(5), Duration.ofMillis(400), LONG, LONG)),
                route("second", second, "trn2")));
    for (int i = 0; i < 21; i++) {
      ask(models);
    }
    first.answers(Answer.with(Fault.SLOW_FIRST_TOKEN));

    assertThat(ask(models)).isInstanceOf(ModelResult.Answered.class);

    assertThat(state(models, 1).spent().extra()).isZero();
    assertThat(state(models, 0).causes()).isEqualTo(Map.of(Cause.TRANSIENT, 1L));
  }

  @Test
  void asksAShadowAsWellAndDropsItsAnswerAndCountsItsCost() {
    var shadow = route("second", second, "trn2").price(price());
    var models =
        models(
            Policy.PINNED.choice(new Policy.Choice.Shadow(shadow)),
            List.of(route("first", first, "gpu")));
    first.answers(Answer.of("from the first"));
    second.answers(Answer.of("from the shadow"));

    var result = ask(models);

    assertThat(result)
        .isInstanceOfSatisfying(
            ModelResult.Answered.class,
            answered -> assertThat(answered.answer().text()).isEqualTo("from the first"));
    await().until(() -> state(models, 1).spent().answers() == 1);
    assertThat(state(models, 1).spent().extra()).isEqualTo(1);
    assertThat(state(models, 1).spent().picoDollars()).isEqualTo(102_000_000);
    assertThat(state(models, 1).speed().firstToken().count()).isEqualTo(1);
  }

  @Test
  void neverAsksAShadowThatABudgetWouldNotPayFor() {
    var models =
        models(
            Policy.PINNED.choice(new Policy.Choice.Shadow(route("second", second, "trn2"))),
            List.of(Route.localExtractive("local")));
    var text = "The council of Ashford voted on Monday to remove the old dam at the river mill.";
    var request =
        new ModelRequest(
            List.of(new Message(Message.Role.USER, text)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    var result =
        models.ask("m", request, Optional.of(new Budget(0)), new Asker("news", NONE, LONG));

    assertThat(result).isInstanceOf(ModelResult.Answered.class);
    assertThat(state(models, 1).spent().extra()).isZero();
  }

  @Test
  void neverAsksAShadowInPlaceOfARoute() {
    var models =
        models(
            Policy.PINNED.choice(new Policy.Choice.Shadow(route("second", second, "trn2"))),
            List.of(route("first", first, "gpu")));
    first.answers(Answer.with(Fault.UNAVAILABLE));
    second.answers(Answer.of("from the shadow"));

    assertThat(ask(models)).isInstanceOf(ModelResult.Unreachable.class);
  }

  @Test
  void leavesALoadingServerAloneUntilItSaysThatItIsWell() {
    var time = new VirtualTime();
    String[] health = {"503"};
    loading.on(
        "/v1/chat/completions",
        r -> r.response().setStatusCode(503).end("{\"error\": \"the model is loading\"}"));
    loading.on("/health", r -> r.response().setStatusCode(Integer.parseInt(health[0])).end());
    var models =
        models(Policy.PINNED, List.of(route("neuron", loading.uri("").toString(), "trn2")), time);

    assertThat(ask(models))
        .isInstanceOfSatisfying(
            ModelResult.Busy.class,
            busy ->
                assertThat(busy.reason())
                    .startsWith(
                        "the model m is still being loaded, so the step waits and keeps its tries"));
    assertThat(ask(models))
        .isInstanceOfSatisfying(
            ModelResult.Busy.class,
            busy -> assertThat(busy.after()).isEqualTo(Duration.ofSeconds(30)));
    assertThat(chats()).isEqualTo(1);
    await().until(() -> loading.requests().stream().anyMatch(r -> r.path().equals("/health")));
    assertThat(state(models, 0).state()).isEqualTo(RouteState.State.WARMING);

    health[0] = "200";
    time.pass(Duration.ofSeconds(6));
    await().until(() -> state(models, 0).state() == RouteState.State.READY);
    assertThat(chats()).isEqualTo(1);
  }

  @Test
  void saysThatTheModelIsSaturatedAndKeepsTheTries() {
    var route =
        route("first", first, "trn2")
            .limits(new Limits(8, Optional.empty()).perMinute(Optional.of(1L), Optional.empty()));
    var models = models(Policy.PINNED, List.of(route));
    ask(models);

    assertThat(ask(models))
        .isInstanceOfSatisfying(
            ModelResult.Busy.class,
            busy -> {
              assertThat(busy.reason())
                  .isEqualTo(
                      "the model m is saturated, so the step waits and keeps its tries:"
                          + " first: its limit for a minute is reached, and 0 wait");
              assertThat(busy.after()).isGreaterThan(Duration.ofSeconds(30));
            });
    assertThat(first.calls()).hasSize(1);
  }

  @Test
  void opensWhatFailsAgainAndAgainAndGoesToTheNext() {
    var models =
        models(
            Policy.PINNED, List.of(route("first", first, "trn2"), route("second", second, "gpu")));
    for (int i = 0; i < 5; i++) {
      first.answers(Answer.with(Fault.UNAVAILABLE));
      ask(models);
    }

    assertThat(ask(models)).isInstanceOf(ModelResult.Answered.class);

    assertThat(first.calls().stream().filter(c -> c.method().equals("POST"))).hasSize(5);
    assertThat(second.calls()).hasSize(6);
    assertThat(state(models, 0).state()).isEqualTo(RouteState.State.OPEN);
  }

  @Test
  void asksOnlyRoutesThatTakeWhatIsAsked() {
    var blind =
        route("blind", first, "trn2")
            .limits(
                new Limits(
                    8,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Set.of(Capability.TOOLS))));
    var models = models(Policy.PINNED, List.of(blind, route("second", second, "gpu")));
    var alone = models(Policy.PINNED, List.of(blind));
    var picture =
        new ModelRequest(
            List.of(
                new Message(
                    Message.Role.USER,
                    List.of(
                        new Content.Text("What is this?"),
                        new Content.Image("png", new byte[] {1})))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(ask(models, picture)).isInstanceOf(ModelResult.Answered.class);
    assertThat(ask(alone, picture))
        .isInstanceOfSatisfying(
            ModelResult.Broken.class, no -> assertThat(no.reason()).contains("takes"));
    assertThat(first.calls()).isEmpty();
  }

  @Test
  void asksOnlyRoutesWhereTheDataMayGo() {
    var policy = new Policy(new Policy.Choice.Pinned(), Set.of("eu"), false, LONG);
    var models =
        models(
            policy,
            List.of(route("first", first, "trn2"), route("second", second, "gpu", "eu-home")));

    assertThat(ask(models)).isInstanceOf(ModelResult.Answered.class);

    assertThat(first.calls()).isEmpty();
    assertThat(second.calls()).hasSize(1);
  }

  private long chats() {
    return loading.requests().stream().filter(r -> r.path().contains("/chat/")).count();
  }

  private static RouteState state(Models models, int route) {
    return models.states().getOrDefault("m", List.of()).get(route);
  }

  private ModelResult ask(Models models) {
    return ask(models, Listener.NONE);
  }

  private ModelResult ask(Models models, Listener listener) {
    return models.ask("m", hello(), Optional.empty(), new Asker("news", NONE, LONG, listener));
  }

  private ModelResult ask(Models models, ModelRequest request) {
    return models.ask("m", request, Optional.empty(), new Asker("news", NONE, LONG));
  }

  private static ModelRequest hello() {
    return new ModelRequest(
        List.of(new Message(Message.Role.USER, "Hello")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Models models(Policy policy, List<Route> routes) {
    return models(policy, routes, Clock.systemUTC());
  }

  private Models models(Policy policy, List<Route> routes, InstantSource clock) {
    return new Models(
        new ModelTable(Map.of("m", routes), Map.of("m", policy)),
        endpoints,
        name -> Optional.empty(),
        NONE,
        false,
        clock,
        new Random(7));
  }

  private static Price price() {
    return new Price.PerToken(
        List.of(
            new Price.Band(
                LocalDate.EPOCH,
                "default",
                "standard",
                0,
                1_000_000,
                1_000_000,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
  }

  private static Route route(String name, ScriptedModelServer server, String hardware) {
    return route(name, server.uri().toString(), hardware);
  }

  private static Route route(
      String name, ScriptedModelServer server, String hardware, String region) {
    var route = route(name, server.uri().toString(), hardware);
    return route.wire(wire(Optional.of(region)));
  }

  private static Route route(String name, String url, String hardware) {
    return new Route(
            name,
            Adapter.OPENAI,
            Optional.of(URI.create(url)),
            "llama",
            Optional.empty(),
            new Hardware(hardware, Hardware.Evidence.DECLARED),
            LONG,
            8)
        .wire(wire(Optional.empty()));
  }

  private static Wire wire(Optional<String> region) {
    return new Wire(
        region,
        true,
        Optional.empty(),
        Optional.empty(),
        false,
        true,
        Optional.empty(),
        Wire.SageMaker.USUAL);
  }
}
