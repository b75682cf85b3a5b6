package io.wireroom.engine.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.engine.history.AttemptRows.AttemptId;
import io.wireroom.engine.process.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What one batch of records touches: read on demand, changed in memory, written at its end. */
final class Batch {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ATTEMPTS = 200;

  private final Rows rows;
  private final Map<Long, RunState> runs = new LinkedHashMap<>();
  private final Map<Long, StepState> steps = new LinkedHashMap<>();
  private final Map<ValueRow.Id, ValueRow> values = new LinkedHashMap<>();
  private final List<IncidentRow> incidents = new ArrayList<>();
  private final Map<Long, Instant> resolved = new LinkedHashMap<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Change> told = new ArrayList<>();
  private final List<Change.EventCorrelated> correlated = new ArrayList<>();
  private final List<TimerChange> timers = new ArrayList<>();
  private final List<BrokerRecord> unknown = new ArrayList<>();
  private final List<WaitChange> waits = new ArrayList<>();
  private final Map<AttemptId, Attempt> attempts = new LinkedHashMap<>();
  private final List<PersonTask> tasks = new ArrayList<>();

  Batch(Rows rows) {
    this.rows = rows;
  }

  Optional<RunState> run(long key) {
    var known = runs.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    var read = rows.run(key);
    read.ifPresent(run -> runs.put(key, run));
    return read;
  }

  Optional<StepState> step(long key) {
    var known = steps.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    var read = rows.step(key);
    read.ifPresent(step -> steps.put(key, step));
    return read;
  }

  /** What a definition was made from; empty while its record has not come. */
  Optional<Origin> origin(long definitionKey) {
    return definitions.stream()
        .filter(definition -> definition.key() == definitionKey)
        .map(Definition::origin)
        .findFirst()
        .or(() -> rows.origin(definitionKey));
  }

  /** A text variable. */
  Optional<String> text(long scope, String name) {
    var known = values.get(new ValueRow.Id(scope, name));
    return (known == null ? rows.value(scope, name) : Optional.of(known.json())).map(Batch::text);
  }

  private static String text(String json) {
    try {
      return JSON.readTree(json).asText();
    } catch (JsonProcessingException e) {
      return json; // why: the broker's values are JSON; whatever else it is, it is text
    }
  }

  void add(RunState run) {
    runs.put(run.key, run);
  }

  void add(StepState step) {
    steps.put(step.key, step);
  }

  void add(ValueRow value) {
    values.put(value.id(), value);
  }

  void add(IncidentRow incident) {
    incidents.add(incident);
  }

  void add(Definition definition) {
    definitions.add(definition);
  }

  void add(TimerChange timer) {
    timers.add(timer);
  }

  /** Keeps a record whose meaning a newer version may know. */
  void unknown(BrokerRecord r) {
    unknown.add(r);
  }

  void add(WaitChange wait) {
    waits.add(wait);
  }

  /** The step's job is tried again from now on. */
  void begin(StepState step, Instant at) {
    if (step.attempts <= MOST_ATTEMPTS) {
      attempts.put(new AttemptId(step.key, step.attempts), Attempt.begun(step.attempts, at));
    }
  }

  /** What became of the step's present try. */
  void change(StepState step, UnaryOperator<Attempt> change) {
    if (step.attempts <= MOST_ATTEMPTS) {
      attempts.compute(
          new AttemptId(step.key, step.attempts),
          (id, known) ->
              // why: the start of a row that is stored stays as it is
              change.apply(known == null ? Attempt.begun(step.attempts, step.startedAt) : known));
    }
  }

  void add(PersonTask task) {
    tasks.add(task);
  }

  void resolved(long incidentKey, Instant at) {
    resolved.put(incidentKey, at);
  }

  void started(String eventId, long runKey) {
    told.add(new Change.EventStarted(eventId, runKey));
  }

  void correlated(String eventId, long runKey) {
    var change = new Change.EventCorrelated(eventId, runKey);
    correlated.add(change);
    told.add(change);
  }

  void marker(String marker) {
    told.add(new Change.MarkerSeen(marker));
  }

  /** Writes everything; returns what people and callers see of it, in the order of change. */
  List<Change> save(ElementNames names) {
    values.values().stream()
        .filter(value -> value.scope() == value.runKey())
        .forEach(value -> run(value.runKey())); // why: runs are found by their values
    rows.saveDefinitions(definitions);
    rows.saveTimers(timers);
    rows.saveWaits(waits);
    rows.saveAttempts(attempts);
    rows.saveTasks(tasks);
    rows.saveValues(values.values());
    rows.saveIncidents(incidents, resolved);
    rows.saveCorrelated(correlated);
    rows.saveUnknown(unknown);
    var changes = new ArrayList<Change>(told);
    var counter = rows.changeCounter();
    for (var step : steps.values()) {
      if (step.visiblyChanged()) {
        step.change = counter.next();
        changes.add(new Change.StepChanged(step.step(rows.name(names, step))));
      }
    }
    for (var run : runs.values()) {
      if (run.visiblyChanged()) {
        run.change = counter.next();
        changes.add(new Change.RunChanged(run.run(rows.name(names, run))));
      }
    }
    rows.saveSteps(steps.values());
    rows.saveRuns(runs.values());
    rows.saveFindable(runs.values(), values.values(), names);
    rows.save(counter);
    return changes;
  }
}
