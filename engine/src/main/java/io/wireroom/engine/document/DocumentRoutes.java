package io.wireroom.engine.document;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;

/** Documents over HTTP: by their full id only, never as a page of ours. */
public final class DocumentRoutes implements Routes {
  private final Vertx vertx;
  private final Documents documents;

  public DocumentRoutes(Vertx vertx, Documents documents) {
    this.vertx = vertx;
    this.documents = documents;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/documents/:id").handler(this::show);
  }

  private void show(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var id = DocumentId.of(Params.path(context, "id")).orElseThrow(DocumentRoutes::unknown);
    if (context.queryParam("preview").contains("1")) {
      preview(context, id);
      return;
    }
    var file = Blocking.call(vertx, () -> documents.file(id));
    file.onSuccess(
            found ->
                found.ifPresentOrElse(
                    path ->
                        attachment(context, id).sendFile(path.toString()).onFailure(context::fail),
                    () -> small(context, id)))
        .onFailure(context::fail);
  }

  private void small(RoutingContext context, DocumentId id) {
    Blocking.call(vertx, () -> documents.read(id).orElseThrow(DocumentRoutes::unknown))
        .onSuccess(bytes -> attachment(context, id).end(Buffer.buffer(bytes)))
        .onFailure(context::fail);
  }

  private void preview(RoutingContext context, DocumentId id) {
    Blocking.call(vertx, () -> documents.beginning(id).orElseThrow(DocumentRoutes::unknown))
        .onSuccess(
            text ->
                safe(context)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .putHeader("Content-Disposition", "inline")
                    .end(text))
        .onFailure(context::fail);
  }

  private static HttpServerResponse attachment(RoutingContext context, DocumentId id) {
    return safe(context)
        .putHeader("Content-Type", "application/octet-stream")
        .putHeader("Content-Disposition", "attachment; filename=\"" + id + "\"");
  }

  private static HttpServerResponse safe(RoutingContext context) {
    return context
        .response()
        .putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
        .putHeader("Cache-Control", "private, immutable, max-age=86400");
  }

  private static HttpProblem unknown() {
    return new HttpProblem(404, "There is no such document; it may be too old.");
  }
}
