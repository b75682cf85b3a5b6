package io.wireroom.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.wireroom.connector.Connections;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Failure;
import io.wireroom.models.endpoint.Listener;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Deadlines;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.Limits;
import io.wireroom.models.route.ModelTable;
import io.wireroom.models.route.Route;
import io.wireroom.models.route.Wire;
import io.wireroom.net.Door;
import io.wireroom.testkit.model.Answer;
import io.wireroom.testkit.model.Fault;
import io.wireroom.testkit.model.ScriptedModelServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done about each cause: alone, and with another route beside. */
@Tag("module")
class ReactionTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private final ScriptedModelServer first = ScriptedModelServer.start();
  private final ScriptedModelServer second = ScriptedModelServer.start();
  private final Endpoints endpoints = new Endpoints(door, Clock.systemUTC());

  @AfterEach
  void close() {
    endpoints.close();
    door.close();
    first.close();
    second.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({
    "THROTTLED, true, Busy",
    "QUOTA, true, Busy",
    "WARMING, true, Busy",
    "UNAVAILABLE, true, Unreachable",
    "RESET_AT_ONCE, true, Unreachable",
    "MODEL_ERROR, true, Unreachable",
    "TOO_LONG, false, Rejected",
    "REFUSED, false, Rejected",
    "BAD_REQUEST, false, Broken",
    "FORBIDDEN, false, Broken",
    "CUT_OFF, false, Rejected",
    "RESET, false, Rejected",
    "THROTTLED_MIDSTREAM, false, Busy",
    "HALF_FRAME, false, Rejected"
  })
  void movesOnlyWhereItHelpsAndOnlyBeforeAnyContent(Fault fault, boolean moves, String end) {
    first.answers(Answer.with(fault), Answer.with(fault));

    var both = ask(List.of(route("first", first, 0), route("second", second, 0)), this::tick);
    var alone = ask(List.of(route("first", first, 0)), this::tick);

    assertThat(second.calls()).hasSize(moves ? 1 : 0);
    assertThat(both.getClass().getSimpleName()).isEqualTo(moves ? "Answered" : end);
    assertThat(alone.getClass().getSimpleName()).isEqualTo(end);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void neverMovesAfterSomeContent(Cause cause) {
    assertThat(Reaction.to(new Failure(cause, "").begun(true)).moves()).isFalse();
  }

  @Test
  void neverSplicesAnAnswer() {
    first.answers(Answer.with(Fault.RESET));
    var heard = new ArrayList<String>();

    var result =
        ask(
            List.of(route("first", first, 0), route("second", second, 0)),
            event -> {
              if (event instanceof ModelEvent.Text(var block, var text)) {
                heard.add(text);
              }
              return tick(event);
            });

    assertThat(result).isInstanceOf(ModelResult.Rejected.class);
    assertThat(heard).containsExactly("The river ");
  }

  @Test
  void takesALongPromptOnlyToARouteThatTakesMore() {
    first.answers(Answer.with(Fault.TOO_LONG), Answer.with(Fault.TOO_LONG));

    var smaller = ask(List.of(route("a", first, 8_000), route("b", second, 8_000)), Listener.NONE);
    var larger = ask(List.of(route("a", first, 8_000), route("b", second, 99_000)), Listener.NONE);

    assertThat(smaller).isInstanceOf(ModelResult.Rejected.class);
    assertThat(larger).isInstanceOf(ModelResult.Answered.class);
    assertThat(second.calls()).hasSize(1);
  }

  @Test
  void waitsForTheLargerRouteWhenThatIsOnlyBusy() {
    first.answers(Answer.with(Fault.TOO_LONG));
    second.answers(Answer.with(Fault.THROTTLED));

    assertThat(ask(List.of(route("a", first, 8_000), route("b", second, 99_000)), Listener.NONE))
        .isInstanceOf(ModelResult.Busy.class);
  }

  @Test
  void triesAFailingModelOnOneOtherRouteOnly() {
    first.answers(Answer.with(Fault.MODEL_ERROR), Answer.with(Fault.MODEL_ERROR));
    var routes = List.of(route("a", first, 0), route("b", first, 0), route("c", second, 0));

    assertThat(ask(routes, Listener.NONE)).isInstanceOf(ModelResult.Unreachable.class);
    assertThat(second.calls()).isEmpty();
  }

  /** What was to happen after the first piece happens when it was heard. */
  private boolean tick(ModelEvent event) {
    if (event.content()) {
      first.tick();
    }
    return true;
  }

  private ModelResult ask(List<Route> routes, Listener listener) {
    Connections none = name -> Optional.empty();
    var models =
        new Models(
            new ModelTable(Map.of("m", routes)),
            endpoints,
            name -> Optional.empty(),
            none,
            false,
            Clock.systemUTC(),
            new Random(7));
    var request =
        new ModelRequest(
            List.of(new Message(Message.Role.USER, "Hello")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return models.ask("m", request, Optional.empty(), new Asker("news", none, LONG, listener));
  }

  private static Route route(String name, ScriptedModelServer server, long context) {
    return new Route(
            name,
            Adapter.OPENAI,
            Optional.of(server.uri()),
            "llama",
            Optional.empty(),
            Hardware.UNKNOWN,
            LONG,
            8)
        .deadlines(Deadlines.within(LONG))
        .limits(new Limits(8, Optional.of(context).filter(c -> c > 0)))
        .wire(
            new Wire(
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                Optional.empty(),
                Wire.SageMaker.USUAL));
  }
}
