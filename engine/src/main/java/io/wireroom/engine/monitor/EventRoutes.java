package io.wireroom.engine.monitor;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/** Server-sent events: of one run with its steps, or of all runs. */
public final class EventRoutes implements Routes {
  private static final int MOST_REPLAYED = 10_000;
  private static final int WRITE_QUEUE = 1 << 20;

  private final Vertx vertx;
  private final RunQueries queries;
  private final LiveEvents live;
  private final LiveTexts texts;

  public EventRoutes(Vertx vertx, RunQueries queries, LiveEvents live, LiveTexts texts) {
    this.vertx = vertx;
    this.queries = queries;
    this.live = live;
    this.texts = texts;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/events").handler(this::all);
    router.get("/api/runs/:key/events").handler(this::one);
  }

  private void all(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var after = lastEventId(context);
    stream(context, OptionalLong.empty(), () -> runs(after));
  }

  private List<Message> runs(OptionalLong after) {
    return after.isEmpty()
        ? List.of()
        : queries.changedRuns(after.getAsLong(), MOST_REPLAYED).stream().map(Message::of).toList();
  }

  private void one(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var key = Params.key(context, "key");
    var after = lastEventId(context);
    stream(context, OptionalLong.of(key), () -> runAndSteps(key, after));
  }

  private List<Message> runAndSteps(long key, OptionalLong after) {
    var run =
        queries.run(key).orElseThrow(() -> new HttpProblem(404, "There is no run " + key + "."));
    var messages = new ArrayList<Message>();
    if (after.isEmpty()) {
      messages.add(Message.first(run));
    }
    queries.steps(key, after.orElse(0)).forEach(step -> messages.add(Message.of(step)));
    if (after.isPresent() && run.change() > after.getAsLong()) {
      messages.add(Message.of(run));
    }
    messages.addAll(texts.of(key));
    return messages;
  }

  /** The stream listens before the past is read, so that no change falls between the two. */
  private void stream(
      RoutingContext context, OptionalLong runKey, Callable<List<Message>> reading) {
    var response = context.response();
    var stream = new EventStream(vertx, response, runKey);
    live.add(stream);
    response.closeHandler(v -> live.remove(stream));
    response.endHandler(v -> live.remove(stream));
    Blocking.call(vertx, () -> past(reading))
        .onSuccess(
            past -> {
              response
                  .setChunked(true)
                  .setWriteQueueMaxSize(WRITE_QUEUE)
                  .putHeader("Content-Type", "text/event-stream")
                  .putHeader("Cache-Control", "no-store")
                  .putHeader("Content-Encoding", "identity"); // why: a compressor holds text back
              response.write(": connected\n\n");
              stream.begin(past.messages(), past.upTo());
            })
        .onFailure(
            error -> {
              live.remove(stream);
              context.fail(error);
            });
  }

  private static OptionalLong lastEventId(RoutingContext context) {
    // why the parameter too: a browser sets no header when another tab goes on with the stream
    var header = context.request().getHeader("Last-Event-ID");
    var id = header == null ? Params.query(context, "lastEventId").orElse("") : header;
    return id.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
  }

  /**
   * Reads the latest change before the past itself: whatever comes in meanwhile is sent again,
   * which does no harm, and nothing is left out.
   */
  private Past past(Callable<List<Message>> reading) throws Exception {
    var upTo = queries.latestChange();
    return new Past(reading.call(), upTo);
  }

  /** What to send first, and the change from which on the live ones follow. */
  private record Past(List<Message> messages, long upTo) {}
}
