package io.wireroom.engine.worker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.process.Job;
import io.wireroom.engine.workflow.Deployments;
import io.wireroom.engine.workflow.Task;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a step was given by its own input mappings.
 *
 * <p>why: the broker hands out every variable that is visible from the step, so a run's variable
 * {@code body} would otherwise become the body of an HTTP call that was drawn without one.
 */
final class StepInputs {
  private final Deployments deployments;
  private final Map<Long, Map<String, Task>> byDefinition = new ConcurrentHashMap<>();

  StepInputs(Deployments deployments) {
    this.deployments = deployments;
  }

  /** The step as it was drawn; empty for a diagram that was deployed by another tool. */
  Optional<Task> task(Job job) {
    var tasks = byDefinition.get(job.definitionKey());
    if (tasks == null) {
      var drawn = deployments.drawn(job.definitionKey());
      if (drawn.isEmpty()) {
        return Optional.empty(); // why not kept: the deployment may be stored a moment later
      }
      tasks = drawn.get().tasks();
      byDefinition.put(job.definitionKey(), tasks);
    }
    return Optional.ofNullable(tasks.get(job.elementId()));
  }

  /** The job's variables that the step maps; all of them when the drawing is not known. */
  static ObjectNode values(Job job, Optional<Task> task) {
    if (task.isEmpty()) {
      return job.variables();
    }
    var values = JsonNodeFactory.instance.objectNode();
    for (var name : task.get().inputs().keySet()) {
      var value = job.variables().get(name);
      if (value != null) {
        values.set(name, value);
      }
    }
    return values;
  }
}
