package io.wireroom.engine.again;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.engine.process.Job;
import io.wireroom.engine.process.Verdict;
import io.wireroom.engine.worker.Past;
import io.wireroom.engine.worker.PastSteps;
import io.wireroom.engine.workflow.AgainChanges;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Answers jobs of runs that are run again: the worker's, and those that ask for us. */
public final class AgainAnswers implements PastSteps {
  private static final Duration HISTORY_COMES = Duration.ofSeconds(2);

  private final AgainStore store;
  private final StepPlaces places;
  private final Records records;

  /** why kept also when there is none: nearly all definitions are no copies of ours. */
  private final Map<Long, Optional<AgainStore.Plan>> plans = new ConcurrentHashMap<>();

  AgainAnswers(AgainStore store, StepPlaces places, Records records) {
    this.store = store;
    this.places = places;
    this.records = records;
  }

  @Override
  public Optional<Past> of(Job job) {
    return plan(job).flatMap(plan -> past(plan, job));
  }

  private Optional<AgainStore.Plan> plan(Job job) {
    return plans.computeIfAbsent(job.definitionKey(), store::ofDefinition);
  }

  private Optional<Past> past(AgainStore.Plan plan, Job job) {
    if (plan.from().isEmpty()) {
      return Optional.empty();
    }
    return places
        .of(job.stepKey())
        .map(place -> store.answer(plan.id(), StepPlaces.real(place)).flatMap(records::of))
        .orElseGet(() -> Optional.of(new Past.NotYet("the history has not come so far yet")));
  }

  /** Does a job that a copy asks with. */
  Verdict handle(Job job) {
    var plan = plan(job);
    if (plan.isEmpty()) {
      return new Verdict.Fail("This step belongs to no run that is run again.", 0, Duration.ZERO);
    }
    if (job.elementId().endsWith(AgainChanges.CHANGE)) {
      return change(plan.get(), job);
    }
    var past = past(plan.get(), job);
    var variables = JsonNodeFactory.instance.objectNode();
    if (past.isPresent() && past.get() instanceof Past.NotYet(var reason)) {
      return new Verdict.Fail(reason, job.retries(), HISTORY_COMES);
    }
    if (job.elementId().endsWith(AgainChanges.ASK)) {
      return new Verdict.Complete(variables.put(AgainChanges.RECORDED, past.isPresent()));
    }
    return switch (past.orElseGet(() -> new Past.Completed(variables))) {
      case Past.Completed(var recorded) -> new Verdict.Complete(recorded);
      case Past.Failed(var code, var message) -> new Verdict.Throw(code, message, variables);
      case Past.Given given -> new Verdict.Complete(variables);
      case Past.NotYet(var reason) -> new Verdict.Fail(reason, job.retries(), HISTORY_COMES);
    };
  }

  /** Changes the variables where the chosen step comes next, and not at its other passes. */
  private Verdict change(AgainStore.Plan plan, Job job) {
    var place = places.of(job.stepKey());
    if (place.isEmpty()) {
      return new Verdict.Fail("the history has not come so far yet", job.retries(), HISTORY_COMES);
    }
    var next = place.get().replace(AgainChanges.CHANGE + ".", ".");
    var here = plan.place().orElse("");
    var chosen = here.equals(next) || here.startsWith(next + "/");
    return new Verdict.Complete(chosen ? plan.changes() : JsonNodeFactory.instance.objectNode());
  }
}
