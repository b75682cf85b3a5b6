package io.wireroom.models;

import io.wireroom.models.endpoint.Cost;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.route.Route;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the routes of a model made of the same prompts. */
public record Comparison(List<Answers> routes) {
  public Comparison {
    routes = List.copyOf(routes);
  }

  /** What one route answered, in the order of the prompts. */
  public record Answers(Route route, List<One> all) {
    public Answers {
      all = List.copyOf(all);
    }

    /** How long whole answers took; empty for too few to say. */
    public Optional<MedianInterval> latency() {
      return MedianInterval.of(
          all.stream()
              .filter(one -> one.result instanceof EndpointResult.Answered)
              .map(One::latency)
              .toList());
    }
  }

  /**
   * One answer, or why there is none.
   *
   * @param firstToken when it came in pieces
   */
  public record One(EndpointResult result, Duration latency, Optional<Duration> firstToken) {}

  /**
   * What a comparison would take.
   *
   * @param cost foreseen, with answers of full length; unknown when one route's is
   */
  public record Plan(int calls, Cost cost) {}

  /**
   * The fastest route, if the intervals of all others begin after its ends; empty while nothing can
   * be said.
   */
  public Optional<Route> fastest() {
    if (routes.size() < 2 || routes.stream().anyMatch(r -> r.latency().isEmpty())) {
      return Optional.empty();
    }
    var best = routes.stream().min(Comparator.comparing(r -> r.latency().orElseThrow().high()));
    return best.filter(
            b ->
                routes.stream()
                    .filter(r -> r != b)
                    .allMatch(
                        r ->
                            r.latency()
                                    .orElseThrow()
                                    .low()
                                    .compareTo(b.latency().orElseThrow().high())
                                > 0))
        .map(Answers::route);
  }
}
