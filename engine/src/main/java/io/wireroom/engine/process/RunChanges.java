package io.wireroom.engine.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people change in runs that are under way. Futures complete on any thread and fail with
 * {@link ProcessEngine.Unavailable} when it is not known whether the change was made.
 */
public interface RunChanges {
  /** Sets variables where the scope, a run or a step, sees them. */
  Future<Changed> setVariables(long scopeKey, ObjectNode variables);

  /**
   * Lets a run go on by another definition.
   *
   * @param mapping where each element that is active now goes on
   */
  Future<Changed> migrate(long runKey, long definitionKey, Map<String, String> mapping);

  /** Ends and begins steps of a run, all of it or nothing. */
  Future<Changed> modify(Modification modification);

  /** Completes a step for people that the broker keeps as a task of its own. */
  Future<Changed> completeTask(long taskKey, ObjectNode variables);

  /** Completes a step for people that the broker keeps as a job. */
  Future<Changed> completeJob(long jobKey, ObjectNode variables);

  /** What came of a change. */
  sealed interface Changed {
    /** It is made. */
    record Done() implements Changed {}

    /** There is no such run, step or task any more. */
    record Gone() implements Changed {}

    /** The broker does not do it; {@code reason} is its own text. */
    record Refused(String reason) implements Changed {}
  }

  /**
   * Steps to end and to begin.
   *
   * @param terminate keys of steps
   * @param variables set for the whole run before the steps begin
   */
  record Modification(
      long runKey, List<Long> terminate, List<Activation> activate, ObjectNode variables) {
    public Modification {
      terminate = List.copyOf(terminate);
      activate = List.copyOf(activate);
    }
  }

  /**
   * A step to begin.
   *
   * @param inStep the step around it, where there is more than one
   */
  record Activation(String elementId, Optional<Long> inStep) {}
}
