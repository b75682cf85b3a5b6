package io.wireroom.engine.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo.ErrorCode;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Routes;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What steps can do, for the designer and for scripts. */
public final class ConnectorRoutes implements Routes {
  private final List<View> views;
  private final List<? extends JsonNode> templates;

  public ConnectorRoutes(Connectors connectors) {
    this.views = connectors.all().stream().map(View::of).toList();
    this.templates = connectors.all().stream().map(ElementTemplate::of).toList();
  }

  @Override
  public void mount(Router router) {
    router.get("/api/connectors").handler(this::connectors);
    router.get("/api/templates").handler(this::templates);
  }

  private void connectors(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    Json.send(context, 200, Map.of("items", views));
  }

  private void templates(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    Json.send(context, 200, templates);
  }

  /** A connector as the API shows it. */
  record View(
      String type,
      String name,
      String summary,
      String icon,
      String kind,
      String response,
      List<ErrorCode> errors,
      JsonNode inputs,
      List<String> keywords,
      String sentence,
      String effect) {
    static View of(Connector<?> connector) {
      var info = connector.info();
      return new View(
          info.type(),
          info.name(),
          info.summary(),
          info.icon(),
          info.kind().name().toLowerCase(Locale.ROOT),
          info.response(),
          info.errors(),
          InputSchema.of(connector),
          info.keywords(),
          info.plainly().sentence(),
          info.plainly().effect());
    }
  }
}
