package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.RunChanges;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The real engine behind a line that breaks: what is asked happens, its answer gets lost. */
final class LosingEngine implements ProcessEngine {
  private final ProcessEngine real;
  private final AtomicInteger toLose = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean away;
  private volatile boolean goAway;

  LosingEngine(ProcessEngine real) {
    this.real = real;
  }

  /** The answers to the next commands get lost. */
  LosingEngine lose(int answers) {
    toLose.set(answers);
    return this;
  }

  /** Nothing gets there after the lost answers, until the line is back. */
  void andGoAway() {
    goAway = true;
  }

  /** From now on nothing gets there, or everything does again. */
  void away(boolean isAway) {
    away = isAway;
  }

  /** How many starts were asked for. */
  int asked() {
    return asked.get();
  }

  private <T> Future<T> through(java.util.function.Supplier<Future<T>> command) {
    asked.incrementAndGet();
    if (away) {
      return Future.failedFuture(new Unavailable("away", new IllegalStateException()));
    }
    var answer = command.get();
    if (toLose.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
      return answer;
    }
    away = goAway;
    return answer.compose(
        done -> Future.failedFuture(new Unavailable("lost", new IllegalStateException())));
  }

  @Override
  public Future<Long> create(String workflow, Optional<Integer> version, ObjectNode variables) {
    return through(() -> real.create(workflow, version, variables));
  }

  @Override
  public Future<Void> publish(
      String name, String key, String messageId, ObjectNode variables, Duration ttl) {
    return through(() -> real.publish(name, key, messageId, variables, ttl));
  }

  @Override
  public Future<List<String>> newMarkers() {
    return real.newMarkers();
  }

  @Override
  public Future<Void> mark(String marker) {
    return real.mark(marker);
  }

  @Override
  public Future<Deployment> deploy(List<Resource> files) {
    return real.deploy(files);
  }

  @Override
  public Future<Void> remove(long definitionKey) {
    return real.remove(definitionKey);
  }

  @Override
  public Future<Boolean> cancel(long runKey) {
    return real.cancel(runKey);
  }

  @Override
  public RunChanges changes() {
    return real.changes();
  }

  @Override
  public Future<Boolean> repair(Repair repair) {
    return real.repair(repair);
  }

  @Override
  public AutoCloseable work(
      String type, List<String> variables, Duration lease, int concurrency, JobHandler handler) {
    return real.work(type, variables, lease, concurrency, handler);
  }

  @Override
  public Future<Void> extend(long jobKey, Duration lease) {
    return real.extend(jobKey, lease);
  }

  @Override
  public Future<Health> health() {
    return real.health();
  }

  @Override
  public void close() {}
}
