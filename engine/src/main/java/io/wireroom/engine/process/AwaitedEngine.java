package io.wireroom.engine.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.wireroom.engine.process.RunChanges.Changed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The process engine while its broker is still starting: commands are unavailable, workers begin
 * when it is there.
 *
 * <p>why: events can be accepted, and people can look at runs, long before a broker is ready.
 */
public final class AwaitedEngine implements ProcessEngine {
  private final Promise<ProcessEngine> real = Promise.promise();

  /** From now on everything goes to this one. */
  public void arrived(ProcessEngine engine) {
    real.complete(engine);
  }

  private <T> Future<T> command(Function<ProcessEngine, Future<T>> command) {
    var engine = real.future();
    return engine.succeeded()
        ? command.apply(engine.result())
        : Future.failedFuture(
            new Unavailable("the broker is starting", new IllegalStateException("no broker yet")));
  }

  @Override
  public Future<Deployment> deploy(List<Resource> files) {
    return command(engine -> engine.deploy(files));
  }

  @Override
  public Future<Long> create(String workflow, Optional<Integer> version, ObjectNode variables) {
    return command(engine -> engine.create(workflow, version, variables));
  }

  @Override
  public Future<Void> publish(
      String name,
      String correlationKey,
      String messageId,
      ObjectNode variables,
      Duration timeToLive) {
    return command(
        engine -> engine.publish(name, correlationKey, messageId, variables, timeToLive));
  }

  @Override
  public Future<List<String>> newMarkers() {
    return command(ProcessEngine::newMarkers);
  }

  @Override
  public Future<Void> mark(String marker) {
    return command(engine -> engine.mark(marker));
  }

  @Override
  public Future<Void> remove(long definitionKey) {
    return command(engine -> engine.remove(definitionKey));
  }

  @Override
  public Future<Boolean> cancel(long runKey) {
    return command(engine -> engine.cancel(runKey));
  }

  @Override
  public Future<Boolean> repair(Repair repair) {
    return command(engine -> engine.repair(repair));
  }

  @Override
  public RunChanges changes() {
    return new AwaitedChanges(this::changed);
  }

  private Future<Changed> changed(Function<RunChanges, Future<Changed>> change) {
    return command(engine -> change.apply(engine.changes()));
  }

  @Override
  public AutoCloseable work(
      String type, List<String> variables, Duration lease, int concurrency, JobHandler handler) {
    var begun =
        real.future().map(engine -> engine.work(type, variables, lease, concurrency, handler));
    return () -> {
      if (begun.succeeded()) {
        begun.result().close();
      }
    };
  }

  @Override
  public Future<Void> extend(long jobKey, Duration lease) {
    return command(engine -> engine.extend(jobKey, lease));
  }

  @Override
  public Future<Health> health() {
    return real.future().succeeded()
        ? real.future().result().health()
        : Future.succeededFuture(new Health(false, "the broker is starting"));
  }

  /** Closes nothing: who made the real one closes it. */
  @Override
  public void close() {}
}
