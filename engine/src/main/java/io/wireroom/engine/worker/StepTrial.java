package io.wireroom.engine.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connector;
import io.wireroom.connector.Effect;
import io.wireroom.connector.Outcome;
import io.wireroom.engine.expression.FeelResult;
import io.wireroom.engine.expression.Mappings;
import io.wireroom.engine.process.Job;
import io.wireroom.engine.process.Verdict;
import io.wireroom.engine.workflow.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * Does a step's work once without a run: no broker, no history and no effect ledger hears of it,
 * the outside does. Blocks; stops when its thread is interrupted.
 */
public final class StepTrial implements AutoCloseable {
  private static final Duration MAPPING = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofSeconds(60);
  private static final long NO_RUN = 0;

  private final StepWork steps;
  private final Mappings mappings;
  private final RandomGenerator random;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("trial").factory());

  public StepTrial(StepWork steps, Mappings mappings, RandomGenerator random) {
    this.steps = steps;
    this.mappings = mappings;
    this.random = random;
  }

  /** What a step would be given. */
  public sealed interface Prepared {
    /** An input's expression has no value. */
    record Unmapped(String input, FeelResult.Failed failure) implements Prepared {}

    /** The values are nothing that the connector can work with. */
    record Unfit(ObjectNode inputs, String reason) implements Prepared {}

    /** It can be called, by {@link StepTrial#call}. */
    final class Ready implements Prepared {
      private final String workflow;
      private final Task task;
      private final ObjectNode variables;
      private final StepWork.Bound<?> bound;

      private Ready(String workflow, Task task, ObjectNode variables, StepWork.Bound<?> bound) {
        this.workflow = workflow;
        this.task = task;
        this.variables = variables;
        this.bound = bound;
      }

      public ObjectNode inputs() {
        return bound.values();
      }

      /** What a call would do outside. */
      public Effect effect() {
        return bound.effect();
      }
    }
  }

  /**
   * What came of a call, without credentials.
   *
   * @param outcome as the step's expressions saw it
   * @param verdict what the broker would be told; after the output mappings, if there are any
   */
  public record Tried(ObjectNode inputs, Outcome outcome, Verdict verdict, Duration took) {}

  /** Works the drawn inputs out and binds them; calls nothing. */
  public Prepared prepare(
      String workflow, Task task, Connector<?> connector, ObjectNode variables) {
    return switch (mapped(task.inputs(), variables)) {
      case Mappings.Mapped.Failed(var target, var failure) ->
          new Prepared.Unmapped(target, failure);
      case Mappings.Mapped.Values(var values) -> {
        try {
          yield new Prepared.Ready(workflow, task, variables, steps.bind(connector, values));
        } catch (StepWork.Unfit e) {
          yield new Prepared.Unfit(values, String.valueOf(e.getMessage()));
        }
      }
    };
  }

  /** Calls the connector, for a minute at most. */
  public Tried call(Prepared.Ready ready) {
    var begun = System.nanoTime();
    var job = job(ready);
    var term = new StepWork.Term(CALL, () -> Lease.alone(CALL, timer), Onlookers.NOBODY);
    var called = steps.call(job, ready.bound, 0, term);
    var took = Duration.ofNanos(System.nanoTime() - begun);
    var verdict = steps.leaving(withOutputs(ready, called.judged().verdict()), called.mask());
    return new Tried(called.mask().object(ready.inputs()), called.outcome(), verdict, took);
  }

  private Verdict withOutputs(Prepared.Ready ready, Verdict verdict) {
    if (!(verdict instanceof Verdict.Complete(var variables)) || ready.task.outputs().isEmpty()) {
      return verdict;
    }
    var seen = ready.variables.deepCopy();
    seen.setAll(ready.inputs());
    seen.setAll(variables);
    return switch (mapped(ready.task.outputs(), seen)) {
      case Mappings.Mapped.Values(var values) -> new Verdict.Complete(values);
      case Mappings.Mapped.Failed(var target, var failure) ->
          Verdicts.broken("The value " + target + " cannot be worked out: " + failure.message());
    };
  }

  private Mappings.Mapped mapped(Map<String, String> sources, ObjectNode variables) {
    try (var lease = Lease.alone(MAPPING, timer)) {
      return mappings.of(sources, variables);
    }
  }

  /** A job that no broker handed out; its step's key is one that nothing else has. */
  private Job job(Prepared.Ready ready) {
    var task = ready.task;
    return new Job(
        NO_RUN,
        task.type(),
        ready.workflow,
        0,
        NO_RUN,
        NO_RUN,
        task.elementId(),
        random.nextLong() | Long.MIN_VALUE,
        task.headers(),
        ready.inputs(),
        task.retries(),
        Instant.MAX);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
