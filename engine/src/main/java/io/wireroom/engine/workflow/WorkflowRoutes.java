package io.wireroom.engine.workflow;

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
import io.wireroom.engine.workflow.Publisher.Published;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Workflows over HTTP: the list, drafts, publishing, the gallery. */
public final class WorkflowRoutes implements Routes {
  private final Vertx vertx;
  private final Catalog catalog;
  private final Gallery gallery;
  private final DraftRoutes draftRoutes;
  private final Publisher publisher;

  public WorkflowRoutes(
      Vertx vertx, Catalog catalog, Gallery gallery, DraftRoutes draftRoutes, Publisher publisher) {
    this.vertx = vertx;
    this.catalog = catalog;
    this.gallery = gallery;
    this.draftRoutes = draftRoutes;
    this.publisher = publisher;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/workflows").handler(this::list);
    router.get("/api/workflows/:id").handler(this::show);
    router.post("/api/workflows/:id/publish").handler(this::publish);
    router.get("/api/templates/gallery").handler(this::gallery);
    router.post("/api/templates/gallery/:id").handler(this::fromGallery);
    draftRoutes.mount(router);
  }

  private void list(RoutingContext context) {
    var caller = Access.require(context, Role.VIEWER);
    blocking(
        context,
        200,
        () -> {
          var items = catalog.list(caller.name());
          var there = items.stream().map(WorkflowView::id).toList();
          var templates =
              gallery.templates().stream()
                  .filter(t -> !there.contains(t.id()))
                  .map(t -> Map.of("id", t.id(), "name", t.name(), "summary", t.summary()))
                  .toList();
          return Map.of("items", items, "templates", templates);
        });
  }

  private void show(RoutingContext context) {
    var caller = Access.require(context, Role.VIEWER);
    var id = Params.path(context, "id");
    blocking(context, 200, () -> catalog.find(id, caller.name()).orElseThrow(() -> unknown(id)));
  }

  /**
   * All examples, those that the caller has among them, with what their pictures are drawn from.
   */
  private void gallery(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    blocking(context, 200, () -> Map.of("items", gallery.templates()));
  }

  private void fromGallery(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var id = Params.path(context, "id");
    blocking(
        context,
        201,
        () -> {
          var template =
              gallery
                  .find(id)
                  .orElseThrow(() -> new HttpProblem(404, "There is no template " + id + "."));
          draftRoutes.begin(template.xml(), caller.name());
          return Map.of("id", id);
        });
  }

  private void publish(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var id = Params.path(context, "id");
    Json.respond(
        context,
        201,
        Blocking.awaiting(vertx, () -> publisher.publish(id, caller.name()))
            .map(published -> answer(published, id)));
  }

  private static PublishAnswer answer(Published published, String id) {
    return switch (published) {
      case Published.Done(var version, var problems) -> new PublishAnswer(version, problems);
      case Published.Unchanged(var version) -> new PublishAnswer(version, List.of());
      case Published.Unknown() -> throw unknown(id);
      case Published.Stale stale ->
          throw new HttpProblem(
              409,
              "Version "
                  + stale.latest().orElse(0)
                  + " was published after this draft was begun"
                  + stale.basedOn().map(v -> " from version " + v).orElse("")
                  + ". Discard the draft, or save it again on top of the new version.");
      case Published.Refused(var problems) ->
          throw new HttpProblem(
              422, "The workflow has problems; the draft is kept.", Problem.details(problems));
    };
  }

  /**
   * What publishing answers.
   *
   * @param problems warnings: what will stop runs unless somebody mends it
   */
  record PublishAnswer(int version, List<Problem> problems) {}

  static HttpProblem unknown(String id) {
    return new HttpProblem(404, "There is no workflow " + id + ".");
  }

  private void blocking(RoutingContext context, int status, Callable<?> work) {
    Json.respond(context, status, Blocking.call(vertx, work));
  }
}
