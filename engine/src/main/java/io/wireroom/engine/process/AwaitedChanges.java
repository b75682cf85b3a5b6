package io.wireroom.engine.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.Map;
import java.util.function.Function;

/** Changes of runs by an engine that may still be on its way. */
record AwaitedChanges(Function<Function<RunChanges, Future<Changed>>, Future<Changed>> real)
    implements RunChanges {
  @Override
  public Future<Changed> setVariables(long scopeKey, ObjectNode variables) {
    return real.apply(changes -> changes.setVariables(scopeKey, variables));
  }

  @Override
  public Future<Changed> migrate(long runKey, long definitionKey, Map<String, String> mapping) {
    return real.apply(changes -> changes.migrate(runKey, definitionKey, mapping));
  }

  @Override
  public Future<Changed> modify(Modification modification) {
    return real.apply(changes -> changes.modify(modification));
  }

  @Override
  public Future<Changed> completeTask(long taskKey, ObjectNode variables) {
    return real.apply(changes -> changes.completeTask(taskKey, variables));
  }

  @Override
  public Future<Changed> completeJob(long jobKey, ObjectNode variables) {
    return real.apply(changes -> changes.completeJob(jobKey, variables));
  }
}
