package io.wireroom.engine.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The process engine, seen from Wireroom.
 *
 * <p>Futures complete on any thread and fail with {@link Unavailable} when the broker is away;
 * back-pressure of the broker is retried inside, with jitter, until {@code Unavailable}.
 */
public interface ProcessEngine extends AutoCloseable {
  /** Deploys a BPMN file with the forms that it shows; the broker's refusal is a value. */
  Future<Deployment> deploy(List<Resource> files);

  /** Deploys one BPMN file. */
  default Future<Deployment> deploy(String fileName, byte[] bpmn) {
    return deploy(List.of(new Resource(fileName, bpmn)));
  }

  /** Creates a run at the none start event. Empty version means the latest. */
  Future<Long> create(String workflow, Optional<Integer> version, ObjectNode variables);

  /**
   * Publishes a message to start or continue runs.
   *
   * @param name the message's name
   * @param correlationKey picks the run that waits for it; no second run starts under the same key
   *     while one is under way
   * @param messageId a repetition under the same id is taken as done while the first is remembered
   * @param timeToLive longer than zero, or a repetition would start a second run
   */
  Future<Void> publish(
      String name,
      String correlationKey,
      String messageId,
      ObjectNode variables,
      Duration timeToLive);

  /** New markers, one for each partition of the broker's log. */
  Future<List<String>> newMarkers();

  /** Writes a marker into its partition's log; the record stream brings it in its order. */
  Future<Void> mark(String marker);

  /** Takes a definition away from the broker, when no run of it is under way. */
  Future<Void> remove(long definitionKey);

  /** Cancels a run; false when no such run is under way. */
  Future<Boolean> cancel(long runKey);

  /**
   * Lets a step go on that waits for a person: sets variables where the step sees them, gives its
   * job new retries, resolves the incident. False when the incident is gone.
   */
  Future<Boolean> repair(Repair repair);

  /** What else people change in runs. */
  RunChanges changes();

  /**
   * Takes jobs of a type; each runs {@code handler} on a virtual thread of its own.
   *
   * @param variables the only variables fetched
   * @param lease after it, unless extended, the broker gives the job to someone else; short, so
   *     that the jobs of a killed engine go on soon
   * @param concurrency jobs at one time
   */
  AutoCloseable work(
      String type, List<String> variables, Duration lease, int concurrency, JobHandler handler);

  /** Moves a job's deadline to {@code lease} from now, so that a long step is not given away. */
  Future<Void> extend(long jobKey, Duration lease);

  /** Whether the broker answers and can take work. */
  Future<Health> health();

  @Override
  void close();

  /** A file that is deployed. */
  @SuppressWarnings("ArrayRecordComponent") // why: it is handed on and never compared
  record Resource(String fileName, byte[] bytes) {}

  /** What came of a deployment. */
  sealed interface Deployment {
    /** Deployed, or already there unchanged. */
    record Deployed(String workflow, int version, long definitionKey) implements Deployment {}

    /** The broker refuses the diagram. */
    record Refused(List<Fault> faults) implements Deployment {}
  }

  /** One thing the broker found wrong; {@code elementId} is empty when it names none. */
  record Fault(Optional<String> elementId, String message) {}

  /**
   * What a person did about an incident.
   *
   * @param jobKey the job without retries, when a job is the cause
   * @param retries what to give the job
   */
  record Repair(
      long incidentKey, long stepKey, Optional<Long> jobKey, int retries, ObjectNode variables) {}

  /** The broker's state in a word, with the detail for an operator. */
  record Health(boolean ready, String detail) {}

  /** Does a job. Exceptions are bugs and become an incident. */
  @FunctionalInterface
  interface JobHandler {
    Verdict handle(Job job);

    /** The broker is about to be told. */
    default void telling(Job job, Verdict verdict) {}

    /**
     * The broker was told.
     *
     * @param taken false when it gave the job away, or nobody knows
     */
    default void told(Job job, Verdict verdict, boolean taken) {}
  }

  /** The broker is away or too busy; nothing is known to have happened. */
  final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
