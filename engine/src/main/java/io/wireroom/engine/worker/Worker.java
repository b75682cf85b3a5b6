package io.wireroom.engine.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.wireroom.connector.Connector;
import io.wireroom.connector.Effect;
import io.wireroom.connector.Outcome;
import io.wireroom.engine.connections.Mask;
import io.wireroom.engine.effect.Begun;
import io.wireroom.engine.effect.EffectCall;
import io.wireroom.engine.effect.EffectLedger;
import io.wireroom.engine.effect.Settled;
import io.wireroom.engine.process.Job;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.RunVariables;
import io.wireroom.engine.process.Verdict;
import io.wireroom.engine.store.StoreTrouble;
import io.wireroom.engine.workflow.Deployments;
import io.wireroom.engine.workflow.Task;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the jobs of our connectors. A job's life reads from top to bottom in {@link #work}.
 *
 * <p>Threading: each job has a virtual thread of its own and may block.
 */
public final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final int JOBS_PER_CONNECTOR = 64;
  private static final Duration UNTIL_IT_GOES_ON = Duration.ofSeconds(10);

  private final ProcessEngine engine;
  private final StepWork steps;
  private final StepInputs inputs;
  private final EffectLedger ledger;
  private final PastSteps past;
  private final Onlookers onlookers;
  private final JobMetrics metrics;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lease").factory());
  private final List<AutoCloseable> subscriptions = new ArrayList<>();

  public Worker(
      ProcessEngine engine,
      StepWork steps,
      Deployments deployments,
      Memory memory,
      Onlookers onlookers,
      MeterRegistry registry) {
    this.engine = engine;
    this.steps = steps;
    this.inputs = new StepInputs(deployments);
    this.ledger = memory.effects();
    this.past = memory.past();
    this.onlookers = onlookers;
    this.metrics = new JobMetrics(registry);
  }

  /** Takes jobs for these connectors from now on. */
  public void serve(List<Connector<?>> connectors) {
    for (var connector : connectors) {
      subscriptions.add(
          engine.work(
              connector.info().type(),
              variables(connector),
              Lease.LENGTH,
              JOBS_PER_CONNECTOR,
              new Handler(connector)));
    }
  }

  private static List<String> variables(Connector<?> connector) {
    return Stream.concat(
            Stream.of(connector.input().getRecordComponents()).map(RecordComponent::getName),
            Stream.of(RunVariables.EVENT))
        .toList();
  }

  private Verdict measured(Job job, Connector<?> connector) {
    var begun = System.nanoTime();
    var verdict = done(job, connector);
    metrics.done(job.type(), verdict, System.nanoTime() - begun);
    return verdict;
  }

  private Verdict done(Job job, Connector<?> connector) {
    try {
      return work(job, connector);
    } catch (EffectLedger.NotKept e) {
      return Verdicts.later(job, String.valueOf(e.getMessage()), UNTIL_IT_GOES_ON);
    } catch (StoreTrouble e) {
      return Verdicts.later(job, e.kind().sentence(), UNTIL_IT_GOES_ON);
    } catch (UncheckedIOException e) {
      return Verdicts.notStored(job, e);
    }
  }

  private Verdict work(Job job, Connector<?> connector) {
    var task = inputs.task(job);
    var recorded = past.of(job);
    if (recorded.isPresent()) {
      return steps.verdict(job, recorded.get());
    }
    StepWork.Bound<?> bound;
    try {
      bound = steps.bind(connector, StepInputs.values(job, task));
    } catch (StepWork.Unfit e) {
      return Verdicts.broken(String.valueOf(e.getMessage()));
    }
    var call = call(job, bound.values(), bound.effect());
    return switch (ledger.begin(call)) {
      case Begun.Go() -> call(job, bound, call, failures(job, task));
      case Begun.Answered(var outcome) -> steps.verdict(job, outcome, failures(job, task));
      case Begun.Asks(var question) -> Verdicts.broken(question);
    };
  }

  private Verdict call(Job job, StepWork.Bound<?> bound, EffectCall call, int failures) {
    var term = new StepWork.Term(Lease.LIMIT, () -> Lease.of(engine, job.key(), timer), onlookers);
    var called = steps.call(job, bound, failures, term);
    var judged = called.judged();
    var question = settled(call, called.outcome(), judged.accepted(), called.mask());
    return steps.leaving(question.map(Verdicts::broken).orElse(judged.verdict()), called.mask());
  }

  private Optional<String> settled(EffectCall call, Outcome outcome, boolean accepted, Mask mask) {
    try {
      return ledger.settle(call.shown(mask::text), new Settled(outcome, accepted));
    } catch (EffectLedger.NotKept e) {
      // why on: the broker may take it, and if it does not, a person is asked
      LOG.warn("effect not settled key={}: {}", call.key(), e.getMessage());
      return Optional.empty();
    }
  }

  private static EffectCall call(Job job, ObjectNode values, Effect effect) {
    return new EffectCall(
        EffectKey.of(job.stepKey(), values),
        job.runKey(),
        job.stepKey(),
        job.workflow(),
        job.elementId(),
        job.type(),
        effect);
  }

  /** A connector's jobs. */
  private final class Handler implements ProcessEngine.JobHandler {
    private final Connector<?> connector;

    Handler(Connector<?> connector) {
      this.connector = connector;
    }

    @Override
    public Verdict handle(Job job) {
      return measured(job, connector);
    }

    @Override
    public void telling(Job job, Verdict verdict) {
      if (!(verdict instanceof Verdict.Complete)) {
        ledger.telling(key(job));
      }
    }

    @Override
    public void told(Job job, Verdict verdict, boolean taken) {
      if (!(verdict instanceof Verdict.Complete)) {
        ledger.told(key(job), taken);
      }
    }

    private String key(Job job) {
      return EffectKey.of(job.stepKey(), StepInputs.values(job, inputs.task(job)));
    }
  }

  private static int failures(Job job, Optional<Task> task) {
    return task.map(t -> t.retries() - job.retries()).orElse(0);
  }

  @Override
  public void close() throws Exception {
    for (var subscription : subscriptions) {
      subscription.close();
    }
    timer.shutdownNow();
  }
}
