package io.wireroom.engine.trigger.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.trigger.inbox.Accepted;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.FormStart;
import io.wireroom.engine.workflow.Forms;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Forms: their page, what it shows, and what people send. */
public final class FormRoutes implements Routes {
  private static final int MOST_BYTES = 300_000;
  private static final int AT_ONCE = 10;
  private static final Duration EACH = Duration.ofSeconds(6);

  private final Vertx vertx;
  private final Forms forms;
  private final Access access;
  private final FormEvents events;
  private final Function<NewEvent, Future<Accepted>> inbox;
  private final AddressLimit limit;
  private final Path page;

  public FormRoutes(
      Vertx vertx,
      Forms forms,
      Access access,
      FormEvents events,
      Function<NewEvent, Future<Accepted>> inbox,
      Clock clock,
      Path page) {
    this.vertx = vertx;
    this.forms = forms;
    this.access = access;
    this.events = events;
    this.inbox = inbox;
    this.limit = new AddressLimit(AT_ONCE, EACH, clock);
    this.page = page;
  }

  /** To be mounted before the sign-in of {@code /api}: a public form asks for none. */
  @Override
  public void mount(Router router) {
    router.get("/forms/:path").handler(this::page);
    router.get("/api/forms/:path").handler(this::letIn).handler(this::show);
    router.post("/api/forms/:path").handler(this::letIn).handler(this::submit);
  }

  private FormStart form(RoutingContext context) {
    var path = Params.path(context, "path");
    return forms
        .at(path)
        .orElseThrow(
            () -> new HttpProblem(404, "No published workflow has the form " + path + "."));
  }

  private void page(RoutingContext context) {
    if (forms.at(Params.path(context, "path")).isEmpty()) {
      context.next(); // why: the page for what is not there
      return;
    }
    context
        .response()
        .putHeader("Cache-Control", "no-cache")
        .sendFile(page.toString())
        .onFailure(context::fail);
  }

  /** Signed in, or open to everybody. */
  private void letIn(RoutingContext context) {
    if (form(context).open()) {
      context.next();
    } else {
      access.handle(context);
    }
  }

  private void show(RoutingContext context) {
    var form = form(context);
    if (!form.open()) {
      Access.require(context, Role.VIEWER);
    }
    Json.send(
        context,
        200,
        Map.of(
            "title", form.title(),
            "access", form.open() ? "public" : "signed-in",
            "thanks", form.thanks(),
            "schema", form.schema().json()));
  }

  private void submit(RoutingContext context) {
    var form = form(context);
    var sender = form.open() ? stranger(context, form) : colleague(context);
    var body = body(context);
    Blocking.call(vertx, () -> events.of(form, body, sender))
        .compose(inbox)
        .onSuccess(accepted -> Json.send(context, 202, new Answer(accepted.eventId())))
        .onFailure(context::fail);
  }

  private String stranger(RoutingContext context, FormStart form) {
    if (!OwnPage.sent(context)) {
      throw new HttpProblem(403, "This form takes submissions from its own page only.");
    }
    var address = context.request().remoteAddress();
    limit
        .take(form.path(), address == null ? "" : address.hostAddress())
        .ifPresent(wait -> refuse(context, wait));
    return "";
  }

  private static void refuse(RoutingContext context, Duration wait) {
    var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    context.response().putHeader("Retry-After", String.valueOf(seconds));
    throw new HttpProblem(
        429,
        "This form was sent too often from your address. Try again in "
            + seconds
            + (seconds == 1 ? " second." : " seconds."));
  }

  /** why any role: the author has opened the form to everybody who is signed in. */
  private static String colleague(RoutingContext context) {
    return Access.require(context, Role.VIEWER).name();
  }

  private static ObjectNode body(RoutingContext context) {
    var type = context.request().getHeader("Content-Type");
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      throw new HttpProblem(415, "Send the form's values as JSON.");
    }
    var bytes = context.body().buffer();
    if (bytes != null && bytes.length() > MOST_BYTES) {
      throw new HttpProblem(413, "The form's values are larger than 300 kB together.");
    }
    return Json.object(context);
  }

  /** What the page gets. */
  record Answer(String eventId) {}
}
