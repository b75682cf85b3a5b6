package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.document.DocumentMissing;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.document.WholeValues;
import io.wireroom.engine.history.Change;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.Status;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Tells the {@link Callers} what the record stream showed. */
public final class RunEnds implements Consumer<List<Change>> {
  private final Callers callers;
  private final RunQueries runs;
  private final WholeValues whole;
  private final Executor executor;

  /**
   * @param executor reads an ended run's variables, so that storing is not held up
   */
  public RunEnds(Callers callers, RunQueries runs, Documents documents, Executor executor) {
    this.callers = callers;
    this.runs = runs;
    this.whole = new WholeValues(documents);
    this.executor = executor;
  }

  @Override
  public void accept(List<Change> changes) {
    for (var change : changes) {
      switch (change) {
        case Change.EventStarted(var eventId, var runKey) -> callers.started(eventId, runKey);
        case Change.EventCorrelated(var eventId, var runKey) -> callers.started(eventId, runKey);
        case Change.RunChanged(var run) -> changed(run);
        case Change.StepChanged step -> {}
        case Change.MarkerSeen marker -> {}
      }
    }
  }

  private void changed(Run run) {
    var over = run.status() == Status.COMPLETED || run.status() == Status.CANCELLED;
    if (over && callers.waitForEnd(run.key())) {
      executor.execute(
          () -> callers.ended(new RunEnd(run.key(), run.status().word(), variables(run.key()))));
    }
  }

  private ObjectNode variables(long runKey) {
    var stored = runs.variables(runKey);
    try {
      return (ObjectNode) whole.putBack(stored);
    } catch (DocumentMissing e) {
      return stored; // why: the caller waits, and a reference says more than nothing
    }
  }
}
