package io.wireroom.engine.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.wireroom.connector.Connections;
import io.wireroom.connector.Connector;
import io.wireroom.connector.Effect;
import io.wireroom.connector.InputBinder;
import io.wireroom.connector.InputBinder.InvalidInput;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import io.wireroom.engine.connections.HandedOut;
import io.wireroom.engine.connections.Mask;
import io.wireroom.engine.document.DocumentMissing;
import io.wireroom.engine.document.Documents;
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
  private final Connections connections;
  private final StepInputs inputs;
  private final Verdicts verdicts;
  private final EffectLedger ledger;
  private final PastSteps past;
  private final JobMetrics metrics;
  private final Carried carried;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lease").factory());
  private final List<AutoCloseable> subscriptions = new ArrayList<>();

  public Worker(
      ProcessEngine engine,
      Connections connections,
      Deployments deployments,
      Verdicts verdicts,
      Memory memory,
      MeterRegistry registry,
      Documents documents) {
    this.engine = engine;
    this.connections = connections;
    this.inputs = new StepInputs(deployments);
    this.verdicts = verdicts;
    this.ledger = memory.effects();
    this.past = memory.past();
    this.metrics = new JobMetrics(registry);
    this.carried = new Carried(documents);
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

  private <I extends Record> Verdict work(Job job, Connector<I> connector) {
    var task = inputs.task(job);
    var recorded = past.of(job);
    if (recorded.isPresent()) {
      return carried.verdict(verdicts.of(job, recorded.get()));
    }
    var values = StepInputs.values(job, task);
    I input;
    EffectCall call;
    try {
      input = InputBinder.bind(carried.inputs(values, connector.input()), connector.input());
      call = call(job, values, connector.effect(input));
    } catch (InvalidInput | IllegalArgumentException e) {
      return Verdicts.broken("The step's input is not right: " + e.getMessage());
    } catch (DocumentMissing e) {
      return Verdicts.broken(String.valueOf(e.getMessage()));
    }
    return switch (ledger.begin(call)) {
      case Begun.Go() -> call(job, connector, input, values, call, failures(job, task));
      case Begun.Answered(var outcome) ->
          carried.verdict(verdicts.of(job, outcome, failures(job, task)).verdict());
      case Begun.Asks(var question) -> Verdicts.broken(question);
    };
  }

  private <I extends Record> Verdict call(
      Job job, Connector<I> connector, I input, ObjectNode values, EffectCall call, int failures) {
    var handedOut = new HandedOut(connections);
    var outcome = run(job, connector, input, values, handedOut);
    var mask = handedOut.mask();
    var readable = carried.outcome(Masked.outcome(outcome, mask));
    var judged = verdicts.of(job, readable, failures);
    var question = settled(call, readable, judged.accepted(), mask);
    var verdict = question.map(Verdicts::broken).orElse(judged.verdict());
    return carried.verdict(Masked.verdict(verdict, mask));
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

  private <I extends Record> Outcome run(
      Job job, Connector<I> connector, I input, ObjectNode values, HandedOut handedOut) {
    try (var lease = Lease.of(engine, job.key(), timer)) {
      return connector.run(input, step(job, values, handedOut));
    } catch (InvalidInput | IllegalArgumentException e) {
      return new Outcome.Broken("The step's input is not right: " + e.getMessage());
    } catch (Throwable bug) { // one of the two places that may: whatever it is becomes an incident
      LOG.error(
          "connector failed type={} run={} element={}\n{}",
          job.type(),
          job.runKey(),
          job.elementId(),
          Masked.trace(bug, handedOut.mask()));
      return new Outcome.Broken("The connector has a bug: " + bug);
    }
  }

  private static Step step(Job job, ObjectNode values, Connections connections) {
    return new Step(
        job.workflow(),
        job.runKey(),
        job.elementId(),
        EffectKey.of(job.stepKey(), values),
        Optional.of(job.variables().path(RunVariables.EVENT).asText("")).filter(e -> !e.isEmpty()),
        Lease.LIMIT.minusSeconds(10),
        connections);
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
