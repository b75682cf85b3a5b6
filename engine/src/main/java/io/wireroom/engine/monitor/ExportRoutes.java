package io.wireroom.engine.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunPages;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;

/** A whole run as one JSON file, written out page by page. */
public final class ExportRoutes implements Routes {
  private static final int PAGE = 200;

  private final Vertx vertx;
  private final RunQueries queries;
  private final RunPages pages;

  public ExportRoutes(Vertx vertx, RunQueries queries, RunPages pages) {
    this.vertx = vertx;
    this.queries = queries;
    this.pages = pages;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/runs/:key/export").handler(this::export);
  }

  private void export(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var key = Params.key(context, "key");
    Blocking.awaiting(vertx, () -> written(context.response(), run(key)))
        .onFailure(
            failure -> {
              if (context.response().headWritten()) {
                context.request().connection().close(); // why: a cut file must not look whole
              } else {
                context.fail(failure);
              }
            });
  }

  private Run run(long key) {
    return queries.run(key).orElseThrow(() -> new HttpProblem(404, "There is no run " + key + "."));
  }

  private boolean written(HttpServerResponse response, Run run) {
    response
        .setChunked(true)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Disposition", "attachment; filename=\"run-" + run.key() + ".json\"");
    send(response, head(run));
    var separator = "";
    for (var page = pages.steps(run.key(), 0, PAGE);
        !page.isEmpty();
        page = pages.steps(run.key(), page.getLast().step().key(), PAGE)) {
      var text = Buffer.buffer();
      for (var step : page) {
        text.appendString(separator).appendBytes(Json.bytes(RunJson.step(step)));
        separator = ",\n";
      }
      Future.await(response.write(text));
    }
    Future.await(response.end("\n],\n\"incidents\": " + incidents(run) + "}\n"));
    return true;
  }

  /** Everything before the steps. */
  private String head(Run run) {
    var json = RunJson.run(run);
    run.eventId().ifPresent(event -> json.put("eventId", event));
    return "{\"format\": \"wireroom-run-1\",\n\"run\": "
        + json
        + ",\n\"variables\": "
        + queries.variables(run.key())
        + ",\n\"steps\": [\n";
  }

  private static void send(HttpServerResponse response, String text) {
    Future.await(response.write(text));
  }

  private String incidents(Run run) {
    var list = Json.MAPPER.createArrayNode();
    for (var incident : pages.incidents(run.key())) {
      ObjectNode one = list.addObject();
      one.put("key", String.valueOf(incident.key()));
      one.put("stepId", String.valueOf(incident.stepKey()));
      one.put("type", incident.type());
      one.put("message", incident.message());
      one.put("createdAt", Times.text(incident.createdAt()));
      incident.resolvedAt().ifPresent(at -> one.put("resolvedAt", Times.text(at)));
    }
    return list.toString();
  }
}
