package io.wireroom.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.wireroom.models.endpoint.Cost;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.ModelTable;
import io.wireroom.models.route.Route;
import io.wireroom.net.Door;
import io.wireroom.testkit.model.Answer;
import io.wireroom.testkit.model.Fault;
import io.wireroom.testkit.model.ScriptedModelServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("module")
class ComparisonTest {
  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private final ScriptedModelServer first = ScriptedModelServer.start();
  private final ScriptedModelServer second = ScriptedModelServer.start();
  private final Endpoints endpoints = new Endpoints(door, Clock.systemUTC());
  private final Models models =
      new Models(
          new ModelTable(Map.of("m", List.of(route("a", first), route("b", second)))),
          endpoints,
          name -> Optional.empty(),
          name -> Optional.empty(),
          false,
          Clock.systemUTC(),
          new Random(7));

  @AfterEach
  void close() {
    endpoints.close();
    door.close();
    first.close();
    second.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void asksEachRouteEachPromptAndPutsTheAnswersSideBySide() {
    first.answers(Answer.of("one"), Answer.of("two"));
    second.answers(Answer.with(Fault.UNAVAILABLE), Answer.of("zwei"));

    var comparison = models.compare("m", List.of(), prompts(2)).orElseThrow();

    assertThat(comparison.routes()).extracting(r -> r.route().name()).containsExactly("a", "b");
    assertThat(comparison.routes().getFirst().all())
        .extracting(this::said)
        .containsExactly("one", "two");
    assertThat(comparison.routes().getLast().all())
        .extracting(this::said)
        .containsExactly("TRANSIENT", "zwei");
    assertThat(comparison.fastest()).isEmpty();
  }

  @Test
  void asksOnlyTheRoutesThatAreNamed() {
    var comparison = models.compare("m", List.of("b"), prompts(1)).orElseThrow();

    assertThat(comparison.routes()).hasSize(1);
    assertThat(first.calls()).isEmpty();
    assertThat(models.compare("m", List.of("b", "c"), prompts(1))).isEmpty();
    assertThat(models.compare("n", List.of(), prompts(1))).isEmpty();
  }

  @Test
  void saysWhatItWouldTakeAndAsksNobody() {
    var plan = models.plan("m", List.of(), prompts(3)).orElseThrow();

    assertThat(plan).isEqualTo(new Comparison.Plan(6, new Cost.Unknown()));
    assertThat(first.calls()).isEmpty();
  }

  @Test
  void saysWhichIsFasterOnlyWhenTheIntervalsAreApart() {
    assertThat(comparison(5, 100, 5_000).fastest()).isEmpty();
    assertThat(comparison(8, 100, 105).fastest()).isEmpty();
    assertThat(comparison(8, 100, 5_000).fastest().map(Route::name)).contains("a");
  }

  @Test
  void knowsTheRanksBetweenWhichTheMedianIs() {
    assertThat(interval(5)).isEmpty();
    assertThat(interval(6).orElseThrow()).isEqualTo(of(6, 3_500, 1_000, 6_000));
    // why these: the table of order statistics for the median, 95 %
    assertThat(interval(20).orElseThrow()).isEqualTo(of(20, 10_500, 6_000, 15_000));
  }

  private static Optional<MedianInterval> interval(int n) {
    return MedianInterval.of(LongStream.rangeClosed(1, n).mapToObj(Duration::ofSeconds).toList());
  }

  private static MedianInterval of(int n, long median, long low, long high) {
    return new MedianInterval(
        n, Duration.ofMillis(median), Duration.ofMillis(low), Duration.ofMillis(high));
  }

  /** Of so many answers each, which take about so many milliseconds. */
  private Comparison comparison(int answers, int a, int b) {
    return new Comparison(
        List.of(answers(route("a", first), answers, a), answers(route("b", second), answers, b)));
  }

  private static Comparison.Answers answers(Route route, int count, int millis) {
    var result =
        new EndpointResult.Answered(
            new Reply("x", StopReason.END_TURN, new Usage.Unknown()),
            Optional.empty(),
            new Cost.Unknown());
    return new Comparison.Answers(
        route,
        IntStream.range(0, count)
            .mapToObj(
                i -> new Comparison.One(result, Duration.ofMillis(millis + i), Optional.empty()))
            .toList());
  }

  private String said(Comparison.One one) {
    return switch (one.result()) {
      case EndpointResult.Answered answer -> answer.text();
      case EndpointResult.Failed(var failure) -> failure.cause().name();
      case EndpointResult.Rejected(var rejection, var message) -> rejection.code();
    };
  }

  private static List<ModelRequest> prompts(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new ModelRequest(
                    List.of(new Message(Message.Role.USER, "Prompt " + i)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .toList();
  }

  private static Route route(String name, ScriptedModelServer server) {
    return new Route(
        name,
        Adapter.OPENAI,
        Optional.of(server.uri()),
        "llama",
        Optional.empty(),
        Hardware.UNKNOWN,
        Duration.ofSeconds(60),
        8);
  }
}
