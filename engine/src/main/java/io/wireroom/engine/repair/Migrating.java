package io.wireroom.engine.repair;

import io.vertx.core.Future;
import io.wireroom.engine.access.Caller;
import io.wireroom.engine.history.OpenSteps;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.process.Origin;
import io.wireroom.engine.process.RunChanges;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Deployments;
import io.wireroom.engine.workflow.DrawnElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Moves a run to another version of its workflow. Blocks; for virtual threads. */
final class Migrating {
  private final OpenSteps steps;
  private final Deployments deployments;
  private final RunChanges changes;
  private final Deeds deeds;

  Migrating(OpenSteps steps, Deployments deployments, RunChanges changes, Deeds deeds) {
    this.steps = steps;
    this.deployments = deployments;
    this.changes = changes;
    this.deeds = deeds;
  }

  /** Where the run's steps go on, and whether they do so now. */
  record Moved(Map<String, String> mapping, List<Migration.Unmapped> unmapped, boolean done) {}

  Moved move(Run run, Asked asked, Caller caller) {
    var version = asked.number("version");
    var target =
        deployments
            .definition(new Origin(run.workflow(), version))
            .orElseThrow(
                () ->
                    Asked.wrong(
                        "version",
                        "There is no version " + version + " of " + run.workflow() + "."));
    if (target == run.definitionKey()) {
      throw Asked.wrong("version", "The run goes by version " + version + " already.");
    }
    var plan = plan(run, target, asked);
    if (asked.flag("dryRun") || !plan.unmapped().isEmpty()) {
      return new Moved(plan.mapping(), plan.unmapped(), false);
    }
    Refusals.unless(Future.await(changes.migrate(run.key(), target, plan.mapping())));
    deeds.keep(
        caller,
        "migrate run",
        run.key(),
        "version " + run.version() + " to " + version + ", " + plan.mapping());
    return new Moved(plan.mapping(), List.of(), true);
  }

  private Migration plan(Run run, long target, Asked asked) {
    var active = steps.of(run.key()).stream().map(Step::elementId).distinct().toList();
    if (active.isEmpty()) {
      throw new HttpProblem(409, "No step of the run is active at the moment. Try again soon.");
    }
    var here = drawn(run.definitionKey());
    var there = drawn(target);
    var chosen = chosen(asked, here, there);
    return Migration.plan(active, chosen, here, there);
  }

  private static Map<String, String> chosen(
      Asked asked, Map<String, DrawnElement> here, Map<String, DrawnElement> there) {
    var chosen = new LinkedHashMap<String, String>();
    for (var pair : asked.object("mapping").properties()) {
      var path = "mapping." + pair.getKey();
      if (!here.containsKey(pair.getKey())) {
        throw Asked.wrong(path, "The run's version has no step " + pair.getKey() + ".");
      }
      if (!there.containsKey(pair.getValue().asText(""))) {
        throw Asked.wrong(path, "That version has no step " + pair.getValue().asText("") + ".");
      }
      chosen.put(pair.getKey(), pair.getValue().asText());
    }
    return chosen;
  }

  private Map<String, DrawnElement> drawn(long definition) {
    return deployments
        .drawn(definition)
        .map(DrawnElement::of)
        .orElseThrow(
            () ->
                HttpProblem.runAgain(
                    "The run goes by a diagram that Wireroom did not publish.", List.of()));
  }
}
