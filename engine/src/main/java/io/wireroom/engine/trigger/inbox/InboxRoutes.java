package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;

/** The inbox over HTTP: lists, one event with all that came. */
public final class InboxRoutes implements Routes {
  private final Vertx vertx;
  private final InboxQueries queries;

  public InboxRoutes(Vertx vertx, Inbox inbox) {
    this.vertx = vertx;
    this.queries = inbox.queries();
  }

  @Override
  public void mount(Router router) {
    router.get("/api/inbox").handler(this::list);
    router.get("/api/inbox/:id").handler(this::show);
  }

  private void list(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var filter = InboxPage.filter(context);
    Json.respond(context, 200, Blocking.call(vertx, () -> page(filter)));
  }

  private ObjectNode page(EventFilter filter) {
    var json = InboxPage.page(filter, queries.list(filter));
    json.set("counts", Json.MAPPER.valueToTree(queries.counts(filter.workflow())));
    json.set("backlog", Json.MAPPER.valueToTree(queries.backlog()));
    return json;
  }

  private void show(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var id = Params.path(context, "id");
    Json.respond(context, 200, Blocking.call(vertx, () -> detail(id)));
  }

  private ObjectNode detail(String id) {
    var whole = queries.whole(id).orElseThrow(() -> unknown(id));
    ObjectNode json = Json.MAPPER.valueToTree(whole.view());
    json.set("request", whole.request());
    json.set("variables", whole.variables());
    var documents = json.putArray("documents");
    for (var document : whole.documents()) {
      ObjectNode one = Json.MAPPER.valueToTree(document);
      documents.add(one.put("href", "/api/documents/" + document.id()));
    }
    return json;
  }

  static HttpProblem unknown(String id) {
    return new HttpProblem(404, "There is no event " + id + "; it may be too old.");
  }
}
