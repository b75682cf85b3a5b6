package io.wireroom.engine.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.process.AwaitedEngine;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.RunChanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes operators' commands for runs and incidents and remembers them. */
final class ScriptedEngine implements ProcessEngine {
  final List<Long> cancelled = new ArrayList<>();
  final List<Repair> repairs = new ArrayList<>();
  boolean ready = true;
  boolean there = true;

  @Override
  public Future<Boolean> cancel(long runKey) {
    cancelled.add(runKey);
    return Future.succeededFuture(there);
  }

  @Override
  public Future<Boolean> repair(Repair repair) {
    repairs.add(repair);
    return Future.succeededFuture(there);
  }

  @Override
  public RunChanges changes() {
    return new AwaitedEngine().changes();
  }

  @Override
  public Future<Deployment> deploy(List<Resource> files) {
    return away();
  }

  @Override
  public Future<Long> create(String workflow, Optional<Integer> version, ObjectNode variables) {
    return away();
  }

  @Override
  public Future<Void> publish(
      String name, String key, String messageId, ObjectNode variables, Duration ttl) {
    return away();
  }

  @Override
  public Future<List<String>> newMarkers() {
    return away();
  }

  @Override
  public Future<Void> mark(String marker) {
    return away();
  }

  @Override
  public Future<Void> remove(long definitionKey) {
    return away();
  }

  @Override
  public AutoCloseable work(
      String type, List<String> variables, Duration lease, int concurrency, JobHandler handler) {
    return () -> {};
  }

  @Override
  public Future<Void> extend(long jobKey, Duration lease) {
    return away();
  }

  @Override
  public Future<Health> health() {
    return Future.succeededFuture(new Health(ready, "scripted"));
  }

  @Override
  public void close() {}

  private static <T> Future<T> away() {
    return Future.failedFuture(new IllegalStateException("not scripted"));
  }
}
