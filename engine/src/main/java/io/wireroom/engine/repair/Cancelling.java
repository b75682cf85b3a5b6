package io.wireroom.engine.repair;

import io.vertx.core.Future;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Caller;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunFilter;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.Status;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.web.HttpProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends runs before their time. Blocks; for virtual threads. */
final class Cancelling {
  private static final int PAGE = 200;

  private final RunQueries runs;
  private final ProcessEngine engine;
  private final Deeds deeds;

  Cancelling(RunQueries runs, ProcessEngine engine, Deeds deeds) {
    this.runs = runs;
    this.engine = engine;
    this.deeds = deeds;
  }

  /** A run of a draft may be ended by who may draw; any other needs an operator. */
  void one(long key, Caller caller) {
    var run = runs.run(key).orElseThrow(() -> new HttpProblem(404, "There is no run " + key + "."));
    if (run.version() != 0) {
      Access.require(caller, Role.OPERATOR);
    }
    var result = Future.await(cancel(key));
    if (!result.done()) {
      throw new HttpProblem(409, result.reason().orElseThrow());
    }
    keep(key, caller);
  }

  /** Those that are named, or those under way that the filter finds, up to {@link Asked#MOST}. */
  List<Result> many(Asked asked, Caller caller) {
    var keys = asked.has("keys") ? asked.keys("keys") : found(asked);
    return Result.ofEach(keys, this::cancel, key -> keep(key, caller));
  }

  private void keep(long key, Caller caller) {
    deeds.keep(caller, "cancel run", key, "");
  }

  private Future<Result> cancel(long key) {
    if (runs.run(key).isEmpty()) {
      return Future.succeededFuture(Result.not(key, "There is no run " + key + "."));
    }
    return engine
        .cancel(key)
        .map(done -> done ? Result.done(key) : Result.not(key, "It ended meanwhile."));
  }

  private List<Long> found(Asked asked) {
    var found = new ArrayList<Long>();
    var filter = filter(asked);
    for (var page = runs.list(filter); found.size() < Asked.MOST; ) {
      page.stream().filter(run -> run.endedAt().isEmpty()).map(Run::key).forEach(found::add);
      if (page.size() < PAGE) {
        break;
      }
      page = runs.list(after(filter, page.getLast()));
    }
    return found.subList(0, Math.min(found.size(), Asked.MOST));
  }

  private static RunFilter filter(Asked asked) {
    return new RunFilter(
        asked.text("workflow"),
        asked.text("status").map(Cancelling::underWay),
        asked.text("q"),
        asked.text("from").map(text -> time("from", text)),
        asked.text("to").map(text -> time("to", text)),
        Optional.empty(),
        PAGE);
  }

  private static RunFilter after(RunFilter filter, Run last) {
    return new RunFilter(
        filter.workflow(),
        filter.status(),
        filter.text(),
        filter.from(),
        filter.to(),
        Optional.of(new RunFilter.Place(last.startedAt(), last.key())),
        PAGE);
  }

  private static Status underWay(String word) {
    return Status.of(word)
        .filter(s -> s == Status.RUNNING || s == Status.WAITING || s == Status.FAILED)
        .orElseThrow(
            () -> Asked.wrong("status", "status must be running, waiting or failed, not " + word));
  }

  private static Instant time(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Asked.wrong(name, name + " must be a time such as 2026-11-23T10:00:00Z.");
    }
  }
}
