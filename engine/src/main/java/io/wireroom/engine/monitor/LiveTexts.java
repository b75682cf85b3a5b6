package io.wireroom.engine.monitor;

import io.wireroom.engine.history.Change;
import io.wireroom.engine.history.History;
import io.wireroom.engine.worker.Onlookers;
import io.wireroom.engine.worker.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What steps write at this moment: told to those who look at the run, and remembered while the step
 * works for those who come in the middle. In memory only; the history has the outcome.
 *
 * <p>Threading: any.
 */
public final class LiveTexts implements Onlookers {
  /** Characters of one step; of a longer text the last ones. */
  private static final int LONGEST = 64_000;

  private static final int MOST_STEPS = 500;

  private final LiveEvents live;
  private final Map<Long, Text> byStep = new LinkedHashMap<>();

  public LiveTexts(LiveEvents live, History history) {
    this.live = live;
    history.listen(this::forget);
  }

  @Override
  public void said(Said said) {
    synchronized (byStep) {
      byStep.computeIfAbsent(said.stepKey(), step -> new Text(said.runKey())).add(said);
      if (byStep.size() > MOST_STEPS) {
        byStep.remove(byStep.keySet().iterator().next());
      }
    }
    live.text(new Piece(said.runKey(), said.stepKey(), said.at(), said.text()));
  }

  /** What steps of this run have written until now. */
  List<Message> of(long runKey) {
    synchronized (byStep) {
      return byStep.entrySet().stream()
          .filter(entry -> entry.getValue().runKey == runKey)
          .map(entry -> Message.of(entry.getValue().piece(entry.getKey())))
          .toList();
    }
  }

  private void forget(List<Change> changes) {
    synchronized (byStep) {
      for (var change : changes) {
        if (change instanceof Change.StepChanged(var step) && step.endedAt().isPresent()) {
          byStep.remove(step.key());
        }
      }
    }
  }

  /**
   * A piece of a step's text.
   *
   * @param at characters (UTF-16) before it; 0 when the step begins, also again
   */
  record Piece(long runKey, long stepKey, long at, String text) {}

  private static final class Text {
    private final long runKey;
    private final StringBuilder written = new StringBuilder();
    private long from;

    Text(long runKey) {
      this.runKey = runKey;
    }

    void add(Said said) {
      if (said.at() == 0) {
        written.setLength(0);
        from = 0;
      }
      written.append(said.text());
      var tooMany = written.length() - LONGEST;
      if (tooMany > 0) {
        written.delete(0, tooMany);
        from += tooMany;
      }
    }

    Piece piece(long stepKey) {
      return new Piece(runKey, stepKey, from, written.toString());
    }
  }
}
