package io.wireroom.engine.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.Overview;
import io.wireroom.engine.history.OverviewQueries;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What became of runs over time, over HTTP. */
public final class DashboardRoutes implements Routes {
  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(3_660);

  private final Vertx vertx;
  private final OverviewQueries queries;
  private final Supplier<Backlog> backlog;
  private final Clock clock;

  /** Events without a run, as the inbox counts them. */
  public record Backlog(long count, Optional<Instant> oldestAt) {}

  public DashboardRoutes(
      Vertx vertx, OverviewQueries queries, Supplier<Backlog> backlog, Clock clock) {
    this.vertx = vertx;
    this.queries = queries;
    this.backlog = backlog;
    this.clock = clock;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/dashboard").handler(this::show);
  }

  private void show(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var now = clock.instant();
    var to = Params.query(context, "to").map(text -> RunList.time("to", text)).orElse(now);
    var from =
        Params.query(context, "from")
            .map(text -> RunList.time("from", text))
            .orElse(to.minus(USUAL));
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new HttpProblem(422, "from must be before to, by ten years at most.");
    }
    var workflow = Params.query(context, "workflow");
    Json.respond(
        context,
        200,
        Blocking.call(vertx, () -> json(queries.of(from, to, now, workflow), backlog.get())));
  }

  private static ObjectNode json(Overview overview, Backlog backlog) {
    var json = Json.MAPPER.createObjectNode();
    var buckets = json.putArray("buckets");
    for (var bucket : overview.buckets()) {
      var one = buckets.addObject().put("at", Times.text(bucket.at()));
      counts(one, bucket.counts());
      durations(one, bucket.durations());
    }
    json.put("bucketSeconds", overview.bucketSeconds());
    var totals = json.putObject("totals");
    counts(totals, overview.totals());
    number(totals, "running", overview.running());
    number(totals, "waiting", overview.waiting());
    durations(json.putObject("durations"), overview.durations());
    var workflows = json.putArray("workflows");
    for (var workflow : overview.workflows()) {
      var one = workflows.addObject().put("workflow", workflow.workflow());
      one.put("workflowName", workflow.name());
      counts(one, workflow.counts());
      durations(one, workflow.durations());
    }
    age(json.putObject("waitingPeople"), "count", overview.waitingPeople());
    age(json.putObject("incidents"), "open", overview.incidents());
    var waiting = json.putObject("backlog").put("count", backlog.count());
    backlog.oldestAt().ifPresent(at -> waiting.put("oldestAt", Times.text(at)));
    return json;
  }

  private static void counts(ObjectNode json, Overview.Counts counts) {
    json.put("started", counts.started());
    json.put("completed", counts.completed());
    json.put("failed", counts.failed());
    json.put("cancelled", counts.cancelled());
  }

  private static void durations(ObjectNode json, Overview.Took took) {
    took.p50().ifPresent(ms -> json.put("p50", ms));
    took.p95().ifPresent(ms -> json.put("p95", ms));
    took.p99().ifPresent(ms -> json.put("p99", ms));
  }

  private static void age(ObjectNode json, String name, Overview.Count count) {
    number(json, name, count);
    count.oldestAt().ifPresent(at -> json.put("oldestAt", Times.text(at)));
  }

  private static void number(ObjectNode json, String name, Overview.Count count) {
    json.put(name, count.count());
    if (count.more()) {
      json.put(name + "IsMore", true);
    }
  }
}
