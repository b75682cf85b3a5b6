package io.wireroom.engine.again;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.Status;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.history.StepValues;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.RunVariables;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Copies;
import io.wireroom.engine.workflow.Copies.Made;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Runs a run again: makes a copy of the diagram, stores what is answered, and begins. Blocks. */
final class Again {
  private final RunQueries runs;
  private final Drawings drawings;
  private final Beginnings beginnings;
  private final Copies copies;
  private final ProcessEngine engine;
  private final AgainStore store;
  private final Set<String> connectors;

  Again(
      RunQueries runs,
      Drawings drawings,
      Beginnings beginnings,
      Copies copies,
      ProcessEngine engine,
      AgainStore store,
      Set<String> connectors) {
    this.runs = runs;
    this.drawings = drawings;
    this.beginnings = beginnings;
    this.copies = copies;
    this.engine = engine;
    this.store = store;
    this.connectors = connectors;
  }

  /** The new run's key. */
  long run(long runKey, AgainRequest request, String person) {
    var run =
        runs.run(runKey).orElseThrow(() -> new HttpProblem(404, "There is no run " + runKey + "."));
    var began = beginnings.of(run);
    var past = new PastRun(runs.stepsWithValues(runKey));
    var chosen = request.from().map(key -> chosen(past, key)).filter(step -> !isStart(step));
    var earlier = chosen.map(step -> earlier(run, past, step)).orElse(List.of());
    var interruptions = new HashSet<String>();
    earlier.forEach(
        values -> runs.past().interruptionOf(values.step()).ifPresent(interruptions::add));
    var drawing = drawings.of(run, request.version(), person);
    var changes =
        new Changes(Diagram.parse(drawing.xml()), connectors)
            .of(past, chosen, earlier, interruptions, request);
    var copy =
        switch (copies.again(run.workflow(), drawing.version(), drawing.xml(), changes)) {
          case Made.Refused(var problems) ->
              throw new HttpProblem(
                  422, "That diagram has problems, so it cannot run.", Problem.details(problems));
          case Made.Copy made -> made;
        };
    var plan =
        new AgainStore.Plan(
            UUID.randomUUID().toString(),
            copy.definitionKey(),
            runKey,
            chosen.map(Step::key),
            chosen.map(past::place),
            chosen.isPresent() ? began : merged(began, request.variables()),
            request.variables());
    var answers = new LinkedHashMap<String, Long>();
    earlier.forEach(values -> answers.put(past.place(values.step()), values.step().key()));
    store.keep(plan, answers, person);
    return begin(plan, copy);
  }

  private long begin(AgainStore.Plan plan, Made.Copy copy) {
    var begun = false;
    try {
      var variables = plan.variables().deepCopy().put(RunVariables.TRIGGER, "again");
      var key = Future.await(engine.create(copy.diagram().id(), Optional.empty(), variables));
      store.began(plan.id(), key);
      begun = true;
      return key;
    } finally {
      if (!begun) {
        store.forget(plan.id());
      }
      // why later: the history does not know yet that a run of it is under way
      copies.releaseLater(copy.definitionKey());
    }
  }

  private List<StepValues> earlier(Run run, PastRun past, Step chosen) {
    var ranOn = Diagram.parse(drawings.ranOn(run).xml());
    var steps = new ArrayList<>(new Earlier(past, chosen, ranOn).steps());
    steps.removeIf(
        values ->
            values.step().status() == Status.CANCELLED
                && runs.past().interruptionOf(values.step()).isEmpty());
    return steps;
  }

  private static Step chosen(PastRun past, long key) {
    return past.step(key)
        .map(StepValues::step)
        .orElseThrow(
            () -> new HttpProblem(422, "The run has no step " + key + " to begin again at."));
  }

  private static boolean isStart(Step step) {
    return step.type().equals("startEvent") && step.parent().isEmpty();
  }

  private static ObjectNode merged(ObjectNode variables, ObjectNode changes) {
    ObjectNode merged = variables.deepCopy();
    merged.setAll(changes);
    return merged;
  }
}
