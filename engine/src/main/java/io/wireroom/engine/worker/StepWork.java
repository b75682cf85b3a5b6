package io.wireroom.engine.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connections;
import io.wireroom.connector.Connector;
import io.wireroom.connector.Effect;
import io.wireroom.connector.InputBinder;
import io.wireroom.connector.InputBinder.InvalidInput;
import io.wireroom.connector.LiveText;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import io.wireroom.engine.connections.HandedOut;
import io.wireroom.engine.connections.Mask;
import io.wireroom.engine.document.DocumentMissing;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.process.Job;
import io.wireroom.engine.process.RunVariables;
import io.wireroom.engine.process.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in which a connector does a step's work, in a run and when a person tries a step: the
 * input is bound, the connector is called, credentials are masked, the outcome is judged. Blocks.
 */
public final class StepWork {
  private static final Logger LOG = LoggerFactory.getLogger(StepWork.class);
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final Connections connections;
  private final Verdicts verdicts;
  private final Carried carried;

  public StepWork(Connections connections, Verdicts verdicts, Documents documents) {
    this.connections = connections;
    this.verdicts = verdicts;
    this.carried = new Carried(documents);
  }

  /**
   * A connector with the input that it is given.
   *
   * @param values the same as values, with what is kept as documents still outside
   * @param effect what a call with it does outside
   */
  record Bound<I extends Record>(
      Connector<I> connector, I input, ObjectNode values, Effect effect) {}

  /** Binds the values, or throws {@link Unfit}. */
  <I extends Record> Bound<I> bind(Connector<I> connector, ObjectNode values) {
    try {
      var input = InputBinder.bind(carried.inputs(values, connector.input()), connector.input());
      return new Bound<>(connector, input, values, connector.effect(input));
    } catch (InvalidInput | IllegalArgumentException e) {
      throw new Unfit(notRight(e));
    } catch (DocumentMissing e) {
      throw new Unfit(String.valueOf(e.getMessage()));
    }
  }

  /**
   * How long a call may take, and what watches over it meanwhile.
   *
   * @param lease begins for the calling thread
   * @param onlookers see what the step says meanwhile
   */
  record Term(Duration limit, Supplier<Lease> lease, Onlookers onlookers) {}

  /**
   * What came of a call.
   *
   * @param outcome as the step's expressions saw it, without credentials
   * @param mask takes the credentials out that the call was given
   */
  record Called(Outcome outcome, Verdicts.Judged judged, Mask mask) {}

  /** Calls the connector. {@code failures} is how often the step failed before. */
  Called call(Job job, Bound<?> bound, int failures, Term term) {
    var handedOut = new HandedOut(connections);
    var live = new MaskedText(job, handedOut, term.onlookers());
    var outcome = run(job, bound, term, handedOut, live);
    live.end();
    var mask = handedOut.mask();
    var readable = carried.outcome(Masked.outcome(outcome, mask));
    return new Called(readable, verdicts.of(job, readable, failures), mask);
  }

  private static <I extends Record> Outcome run(
      Job job, Bound<I> bound, Term term, HandedOut handedOut, LiveText live) {
    try (var lease = term.lease().get()) {
      return bound
          .connector()
          .run(
              bound.input(),
              new Step(
                  job.workflow(),
                  job.runKey(),
                  job.elementId(),
                  EffectKey.of(job.stepKey(), bound.values()),
                  event(job),
                  term.limit().minus(MARGIN),
                  handedOut,
                  live));
    } catch (InvalidInput | IllegalArgumentException e) {
      return new Outcome.Broken(notRight(e));
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

  /** The event that started the job's run, when one did. */
  static Optional<String> event(Job job) {
    return Optional.of(job.variables().path(RunVariables.EVENT).asText(""))
        .filter(e -> !e.isEmpty());
  }

  private static String notRight(RuntimeException e) {
    return "The step's input is not right: " + e.getMessage();
  }

  /** The verdict on an outcome that is known already, as it leaves. */
  Verdict verdict(Job job, Outcome outcome, int failures) {
    return carried.verdict(verdicts.of(job, outcome, failures).verdict());
  }

  /** The verdict on a step that is answered from an earlier run, as it leaves. */
  Verdict verdict(Job job, Past past) {
    return carried.verdict(verdicts.of(job, past));
  }

  /** What leaves: without credentials, and with what is large taken out. */
  Verdict leaving(Verdict verdict, Mask mask) {
    return carried.verdict(Masked.verdict(verdict, mask));
  }

  /** The values are nothing that the connector can work with; the message says why. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message, null, false, false);
    }
  }
}
