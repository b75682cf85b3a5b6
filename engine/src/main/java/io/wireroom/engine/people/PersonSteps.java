package io.wireroom.engine.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Caller;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.history.History;
import io.wireroom.engine.history.PersonTask;
import io.wireroom.engine.history.Status;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.process.RunChanges;
import io.wireroom.engine.process.RunChanges.Changed;
import io.wireroom.engine.process.RunVariables;
import io.wireroom.engine.trigger.form.schema.FormSchema;
import io.wireroom.engine.trigger.form.schema.Submission;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Deployments;
import io.wireroom.engine.workflow.PersonStep;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Finds steps for people and completes them. Blocks; for virtual threads. */
public final class PersonSteps {
  private static final String USER_TASK = "userTask";

  private final History history;
  private final Deployments deployments;
  private final RunChanges changes;
  private final Feel feel;
  private final Audit audit;
  private final Clock clock;

  public PersonSteps(
      History history,
      Deployments deployments,
      RunChanges changes,
      Feel feel,
      Audit audit,
      Clock clock) {
    this.history = history;
    this.deployments = deployments;
    this.changes = changes;
    this.feel = feel;
    this.audit = audit;
    this.clock = clock;
  }

  /** The step with its form and the values that it sees. */
  AskedStep find(long key) {
    var step = step(key);
    var run = history.queries().run(step.runKey()).orElseThrow(() -> unknown(key));
    var values = history.values().all(key, run.key());
    var form =
        deployments.drawn(run.definitionKey()).stream()
            .flatMap(diagram -> PersonStep.of(diagram).stream())
            .filter(drawn -> drawn.elementId().equals(step.elementId()))
            .flatMap(drawn -> drawn.form().stream())
            .findFirst()
            .map(text -> FormSchema.ofStep(text, values));
    var by = history.personTasks().completedBy(key);
    var over = run.endedAt().isPresent() && step.endedAt().isEmpty();
    return new AskedStep(
        step, run, form, values, over ? AskedStep.State.GONE : state(step, by), by);
  }

  private static AskedStep.State state(Step step, Optional<String> completedBy) {
    if (completedBy.isPresent() || step.status() == Status.COMPLETED) {
      return AskedStep.State.COMPLETED;
    }
    return step.endedAt().isPresent() ? AskedStep.State.GONE : AskedStep.State.OPEN;
  }

  private Step step(long key) {
    return history
        .openSteps()
        .find(key)
        .filter(step -> step.type().equals(USER_TASK))
        .orElseThrow(() -> unknown(key));
  }

  private static HttpProblem unknown(long key) {
    return new HttpProblem(404, "There is no step for a person with the key " + key + ".");
  }

  /** Completes it once; whoever comes second is told so. */
  Step complete(long key, ObjectNode submitted, Caller caller) {
    var asked = find(key);
    refuseUnlessOpen(asked);
    var values = checked(asked, submitted);
    var task = history.personTasks().find(key).orElseThrow(PersonSteps::justBeginning);
    var sent =
        task.kind() == PersonTask.Kind.TASK
            ? changes.completeTask(task.key(), values)
            : changes.completeJob(task.key(), values);
    switch (Future.await(sent)) {
      case Changed.Done() -> {
        history.personTasks().completed(key, caller.name(), clock.instant());
        audit.keep(caller.name(), "complete step", String.valueOf(key), asked.step().elementId());
      }
      case Changed.Gone() -> throw second(key);
      case Changed.Refused refused -> throw second(key);
    }
    return asked.step();
  }

  private static HttpProblem justBeginning() {
    return HttpProblem.retryLater(
        503, "The step is just beginning. Try again soon.", Duration.ofSeconds(2));
  }

  private HttpProblem second(long key) {
    refuseUnlessOpen(find(key));
    return new HttpProblem(
        409, "Somebody else completed this step, or the run went on without it.");
  }

  private static void refuseUnlessOpen(AskedStep asked) {
    switch (asked.state()) {
      case OPEN -> {}
      case COMPLETED ->
          throw new HttpProblem(
              409,
              asked
                  .completedBy()
                  .map(by -> "This step was completed by " + by + " already.")
                  .orElse("This step was completed already."));
      case GONE ->
          throw new HttpProblem(
              410, "The run ended or went on without this step; nothing is to be done any more.");
    }
  }

  private ObjectNode checked(AskedStep asked, ObjectNode submitted) {
    if (asked.form().isEmpty()) {
      return ownNamesOnly(submitted);
    }
    var submission = Submission.check(asked.form().get(), submitted, asked.values(), feel);
    if (!submission.problems().isEmpty()) {
      throw new HttpProblem(
          422,
          "Some fields need another value.",
          submission.problems().stream()
              .map(p -> new HttpProblem.Detail(p.path(), p.message()))
              .toList());
    }
    return submission.values();
  }

  /** why: without a form nobody says what the step asks for; an event's marks stay ours. */
  private static ObjectNode ownNamesOnly(ObjectNode submitted) {
    for (var field : submitted.properties()) {
      if (field.getKey().startsWith(RunVariables.PREFIX)) {
        throw new HttpProblem(422, "Names that begin with wireroom are Wireroom's own.");
      }
    }
    return submitted;
  }
}
