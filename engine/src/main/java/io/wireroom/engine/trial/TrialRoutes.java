package io.wireroom.engine.trial;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.trial.Trials.Asked;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.GivenValues;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Interruptible;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Trying one step of a drawing. A caller who hangs up ends it. */
public final class TrialRoutes implements Routes {
  private static final int MOST_BYTES = 2_000_000;
  private static final int AT_ONCE = 8;

  private final Vertx vertx;
  private final Trials trials;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(AT_ONCE);

  public TrialRoutes(Vertx vertx, Trials trials) {
    this.vertx = vertx;
    this.trials = trials;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/workflows/:id/steps/:element/try").handler(this::tryStep);
  }

  private void tryStep(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    if (context.body().length() > MOST_BYTES) {
      throw new HttpProblem(413, "The values are too large to try this on: 2 MB is the most.");
    }
    var asked = asked(context, caller.name());
    begin(asked.who());
    var work = new Interruptible();
    context.response().closeHandler(gone -> work.interrupt());
    var answer =
        Blocking.awaiting(vertx, () -> work.of(() -> trials.answer(asked, work::ended)))
            .onComplete(done -> end(asked.who()));
    Json.respond(context, 200, answer);
  }

  private static Asked asked(RoutingContext context, String who) {
    var body = Json.object(context);
    var confirm = body.path("confirm");
    if (!confirm.isMissingNode() && !confirm.isNull() && !confirm.isTextual()) {
      throw new HttpProblem(422, "confirm must be the text that the question gave.");
    }
    return new Asked(
        who,
        Params.path(context, "id"),
        Params.path(context, "element"),
        GivenValues.of(body, "variables"),
        Optional.ofNullable(confirm.textValue()));
  }

  private void begin(String who) {
    if (!free.tryAcquire()) {
      throw later("Many steps are being tried at this moment.");
    }
    if (!busy.add(who)) {
      free.release();
      throw later("You are trying a step already; one at a time.");
    }
  }

  private void end(String who) {
    busy.remove(who);
    free.release();
  }

  private static HttpProblem later(String why) {
    return HttpProblem.retryLater(429, why, Duration.ofSeconds(1));
  }
}
