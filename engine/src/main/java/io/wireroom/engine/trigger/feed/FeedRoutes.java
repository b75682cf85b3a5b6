package io.wireroom.engine.trigger.feed;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Looking into a feed now instead of in its turn. */
public final class FeedRoutes implements Routes {
  private final Vertx vertx;
  private final FeedWatch feeds;

  public FeedRoutes(Vertx vertx, FeedWatch feeds) {
    this.vertx = vertx;
    this.feeds = feeds;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/workflows/:id/feeds/:element/poll").handler(this::poll);
  }

  private void poll(RoutingContext context) {
    Access.require(context, Role.AUTHOR);
    var id = Params.path(context, "id");
    var element = Params.path(context, "element");
    // why a thread of its own: it waits for the feed's server
    Thread.ofVirtual().name("feed-" + id).start(() -> answer(context, () -> poll(id, element)));
  }

  private Answer poll(String id, String element) {
    return switch (feeds.check(id, element)) {
      case FeedWatch.Checked.Done(var taken, var error) -> new Answer(taken, error);
      case FeedWatch.Checked.Busy() ->
          throw new HttpProblem(409, "This feed is being read at the moment. Ask again.");
      case FeedWatch.Checked.Unknown() ->
          throw new HttpProblem(
              404, "The published workflow " + id + " has no feed at " + element + ".");
    };
  }

  private void answer(RoutingContext context, Callable<Answer> work) {
    try {
      var answer = work.call();
      vertx.runOnContext(v -> Json.send(context, 200, answer));
    } catch (Exception e) {
      vertx.runOnContext(v -> context.fail(e));
    }
  }

  /** How many entries became events, and what was wrong. */
  record Answer(int newEntries, Optional<String> error) {}
}
