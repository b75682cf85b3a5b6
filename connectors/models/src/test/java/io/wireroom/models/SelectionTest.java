package io.wireroom.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Cost;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;
import io.wireroom.models.gate.Need;
import io.wireroom.models.gate.RouteGate;
import io.wireroom.models.gate.VirtualTime;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.Policy.Choice;
import io.wireroom.models.route.Price;
import io.wireroom.models.route.Route;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class SelectionTest {
  private static final ModelRequest HELLO =
      new ModelRequest(
          List.of(new Message(Message.Role.USER, "Hello")),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  private static final Need NEED = new Need(Set.of(), 1_000, 100);
  private static final Duration GOAL = Duration.ofSeconds(1);

  private final VirtualTime time = new VirtualTime();
  private final Random random = new Random(4711);
  private final Selection selection = new Selection(random, time);

  // first word after 200 ms, 900 ms, 3 s; a million tokens for 3, 2, 1 US dollars
  private final RouteGate quick = measured("quick", 200, 3_000_000);
  private final RouteGate middle = measured("middle", 900, 2_000_000);
  private final RouteGate slow = measured("slow", 3_000, 1_000_000);
  private final List<RouteGate> all = List.of(quick, middle, slow);

  @Test
  void keepsTheOrderOfTheSettingsWhenPinned() {
    assertThat(selection.order(all, new Choice.Pinned(), NEED)).isEqualTo(all);
    assertThat(selection.order(all, new Choice.Shadow(slow.route()), NEED)).isEqualTo(all);
  }

  @Test
  void takesTheCheapestOfThoseWhoseFirstWordIsInTime() {
    assertThat(firsts(new Choice.Cheapest(GOAL))).containsExactly(Map.entry("middle", 1_000));
    assertThat(selection.order(all, new Choice.Cheapest(GOAL), NEED))
        .containsExactly(middle, quick, slow);
  }

  @Test
  void takesTheBetterOfTwoThatAreDrawn() {
    var firsts = firsts(new Choice.Cheapest(Duration.ofSeconds(10)));

    // why two thirds: of three routes the best is drawn in two of three pairs, the worst wins none
    assertThat(firsts.get("slow")).isBetween(620, 710);
    assertThat(firsts.get("middle")).isBetween(290, 380);
    assertThat(firsts).doesNotContainKey("quick");
  }

  @Test
  void takesTheFastestOfThoseThatCostNoMoreThanTheCap() {
    // 1,100 tokens cost 3,300, 2,200 and 1,100 micro-dollars
    assertThat(firsts(new Choice.Fastest(2_500_000_000L)))
        .containsExactly(Map.entry("middle", 1_000));
    assertThat(selection.order(all, new Choice.Fastest(1_200_000_000L), NEED))
        .containsExactly(slow);
    assertThat(selection.order(all, new Choice.Fastest(1_000_000_000L), NEED)).isEmpty();
  }

  @Test
  void neverTakesARouteOfUnknownPriceWhereThereIsACap() {
    var unpriced = gate(route("unpriced"), 100);

    assertThat(selection.order(List.of(unpriced), new Choice.Fastest(Long.MAX_VALUE), NEED))
        .isEmpty();
  }

  @Test
  void asksARouteThatWasNotMeasuredForLong() {
    time.pass(Duration.ofMinutes(11));
    ask(quick);
    ask(middle);

    assertThat(selection.order(List.of(quick, slow), new Choice.Fastest(Long.MAX_VALUE), NEED))
        .containsExactly(slow, quick);
  }

  @Test
  void drawsByWeightAndKeepsAllOthersForTheirTurn() {
    var firsts = firsts(new Choice.Weighted(Map.of("quick", 6, "middle", 3, "slow", 1)));

    assertThat(firsts.get("quick")).isBetween(550, 650);
    assertThat(firsts.get("middle")).isBetween(255, 345);
    assertThat(firsts.get("slow")).isBetween(70, 130);
    assertThat(selection.order(all, new Choice.Weighted(Map.of("slow", 1)), NEED))
        .hasSize(3)
        .startsWith(slow);
  }

  private Map<String, Integer> firsts(Choice choice) {
    var firsts = new HashMap<String, Integer>();
    for (int i = 0; i < 1_000; i++) {
      var first = selection.order(all, choice, NEED).getFirst().route().name();
      firsts.merge(first, 1, Integer::sum);
    }
    return firsts;
  }

  private RouteGate measured(String name, int firstMillis, long picoDollars) {
    var band =
        new Price.Band(
            LocalDate.EPOCH,
            "default",
            "standard",
            0,
            picoDollars,
            picoDollars,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var gate = gate(route(name).price(new Price.PerToken(List.of(band))), firstMillis);
    ask(gate);
    return gate;
  }

  private RouteGate gate(Route route, int firstMillis) {
    return new RouteGate(
        route,
        (request, asking) -> {
          time.pass(Duration.ofMillis(firstMillis));
          asking.watch().on(new ModelEvent.Text(0, "Hello"));
          time.pass(Duration.ofMillis(90));
          return new EndpointResult.Answered(
              new Reply("Hello", StopReason.END_TURN, new Usage.Tokens(3, 10)),
              Optional.empty(),
              new Cost.Unknown());
        },
        time,
        random);
  }

  private static void ask(RouteGate gate) {
    assertThat(gate.enter(NEED)).isTrue();
    var key = new ApiKey.NotNeeded();
    gate.answer(HELLO, NEED, new Asking(() -> key, Duration.ofSeconds(9)));
  }

  private static Route route(String name) {
    return new Route(
        name,
        Adapter.OPENAI,
        Optional.empty(),
        "m",
        Optional.empty(),
        Hardware.UNKNOWN,
        Duration.ofSeconds(60),
        8);
  }
}
