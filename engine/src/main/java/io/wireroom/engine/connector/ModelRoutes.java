package io.wireroom.engine.connector;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Routes;
import io.wireroom.models.Models;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Cost;
import io.wireroom.models.gate.Percentiles;
import io.wireroom.models.gate.RouteState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The models that an editor can pick, with their routes as they are now. */
public final class ModelRoutes implements Routes {
  private final Models models;

  public ModelRoutes(Models models) {
    this.models = models;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/models").handler(this::list);
  }

  private void list(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var items =
        models.states().entrySet().stream().map(e -> model(e.getKey(), e.getValue())).toList();
    Json.send(context, 200, Map.of("items", items));
  }

  private Model model(String alias, List<RouteState> routes) {
    var views = routes.stream().map(View::of).toList();
    return new Model(alias, models.policy(alias).text(), views);
  }

  /** As the API gives times. */
  static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }

  /** An alias, its routes in the order of the settings; of the policy shadow, that one last. */
  record Model(String alias, String policy, List<View> routes) {}

  /**
   * A route; neither its address nor its key.
   *
   * @param causes why it did not answer, and how often, since the start
   */
  record View(
      String name,
      String adapter,
      String hardware,
      String evidence,
      String state,
      Load load,
      Speed speed,
      Spent spent,
      Map<String, Long> causes) {
    static View of(RouteState now) {
      var route = now.route();
      var causes = new TreeMap<String, Long>();
      now.causes().forEach((cause, count) -> causes.put(word(cause), count));
      return new View(
          route.name(),
          route.adapter().text(),
          route.hardware().family(),
          route.hardware().evidence().text(),
          now.state().text(),
          new Load(now.load().inFlight(), now.load().limit(), now.load().waiting()),
          new Speed(
              Times.of(now.speed().firstToken()),
              Times.of(now.speed().perToken()),
              Times.of(now.speed().whole())),
          Spent.of(now.spent()),
          causes);
    }

    private static String word(Cause cause) {
      return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What it has to do: under way, of how many at one time, and in line. */
  record Load(int inFlight, int limit, int waiting) {}

  /** How fast it was in the last minutes. */
  record Speed(Times firstToken, Times perToken, Times answer) {}

  /** In milliseconds; of {@code count} times. */
  record Times(long count, double p50, double p95, double p99) {
    static Times of(Percentiles times) {
      return new Times(
          times.count(), millis(times.p50()), millis(times.p95()), millis(times.p99()));
    }
  }

  /**
   * What it was asked and what that cost, since the start.
   *
   * @param cost of those answers whose cost is known, in US dollars
   * @param costUnknown how many answers and cancelled calls have a cost that is not known
   */
  record Spent(long answers, BigDecimal cost, long costUnknown, long extra, long cancelled) {
    static Spent of(RouteState.Spent spent) {
      return new Spent(
          spent.answers(),
          Cost.dollars(spent.picoDollars()),
          spent.unknown(),
          spent.extra(),
          spent.cancelled());
    }
  }
}
