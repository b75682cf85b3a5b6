package io.wireroom.engine.trigger;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.wireroom.engine.trigger.Callers.Answer;
import io.wireroom.engine.trigger.Callers.Caller;

/** Waits for an event's run as futures, which complete on the threads that tell. */
final class AwaitedRun implements Caller {
  private final Promise<Long> started = Promise.promise();
  private final Promise<RunEnd> ended = Promise.promise();

  Future<Long> started() {
    return started.future();
  }

  Future<RunEnd> ended() {
    return ended.future();
  }

  @Override
  public void started(long runKey) {
    started.tryComplete(runKey);
  }

  @Override
  public boolean answer(Answer answer) {
    return false;
  }

  @Override
  public void ended(RunEnd end) {
    ended.tryComplete(end);
  }
}
