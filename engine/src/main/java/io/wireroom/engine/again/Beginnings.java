package io.wireroom.engine.again;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import java.util.Optional;
import java.util.function.Function;

/** What a run began with: its event's variables, or those of the plan that it was made by. */
final class Beginnings {
  private final AgainStore store;
  private final Function<String, Optional<ObjectNode>> events;

  Beginnings(AgainStore store, Function<String, Optional<ObjectNode>> events) {
    this.store = store;
    this.events = events;
  }

  ObjectNode of(Run run) {
    var plan = store.ofRun(run.key());
    if (plan.isPresent()) {
      return plan.get().variables();
    }
    if (run.trigger().equals("workflow")) {
      throw new HttpProblem(
          409,
          "This run was called by another workflow's run; run that one again, from the step that"
              + " calls.");
    }
    return run.eventId()
        .map(
            id ->
                events
                    .apply(id)
                    .orElseThrow(
                        () ->
                            new HttpProblem(
                                409,
                                "The event that started this run is not kept any more, so what it"
                                    + " began with is not known.")))
        .orElseGet(Json.MAPPER::createObjectNode);
  }
}
