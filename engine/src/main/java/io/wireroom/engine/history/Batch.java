package io.wireroom.engine.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.engine.process.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one batch of records touches: read on demand, changed in memory, written at its end. */
final class Batch {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Rows rows;
  private final Map<Long, RunState> runs = new LinkedHashMap<>();
  private final Map<Long, StepState> steps = new LinkedHashMap<>();
  private final Map<ValueRow.Id, ValueRow> values = new LinkedHashMap<>();
  private final List<IncidentRow> incidents = new ArrayList<>();
  private final Map<Long, Instant> resolved = new LinkedHashMap<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Change> told = new ArrayList<>();
  private final List<Change.EventCorrelated> correlated = new ArrayList<>();
  private final Map<Long, Long> called = new LinkedHashMap<>();
  private final List<TimerChange> timers = new ArrayList<>();

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

  void resolved(long incidentKey, Instant at) {
    resolved.put(incidentKey, at);
  }

  void called(long stepKey, long runKey) {
    called.put(stepKey, runKey);
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
    rows.saveDefinitions(definitions);
    rows.saveTimers(timers);
    rows.saveValues(values.values());
    rows.saveIncidents(incidents, resolved);
    rows.saveCorrelated(correlated);
    rows.saveCalled(called);
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
    rows.save(counter);
    return changes;
  }
}
