package io.wireroom.engine.again;

import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.workflow.AgainChanges;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds the place of a step that has just begun, in the same words as {@link PastRun}.
 *
 * <p>why from the history: a job does not say in which item of which loop it is. It is there some
 * milliseconds after the job; so a job waits for it.
 */
final class StepPlaces {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE = Duration.ofMillis(10).toNanos();
  private static final int MOST_KEPT = 50_000;

  private final RunQueries runs;
  private final Map<Long, String> known = new ConcurrentHashMap<>();

  StepPlaces(RunQueries runs) {
    this.runs = runs;
  }

  /** Empty when the history does not come. */
  Optional<String> of(long stepKey) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    var place = now(stepKey);
    while (place.isEmpty()
        && System.nanoTime() < until
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(PAUSE);
      place = now(stepKey);
    }
    return place;
  }

  private Optional<String> now(long stepKey) {
    var before = known.get(stepKey);
    if (before != null) {
      return Optional.of(before);
    }
    var found =
        runs.past()
            .spot(stepKey)
            .flatMap(
                spot ->
                    (spot.parent().isPresent() ? spot.parent().flatMap(this::now) : Optional.of(""))
                        .map(scope -> scope + "/" + spot.elementId() + "." + spot.number()));
    if (known.size() > MOST_KEPT) {
      known.clear();
    }
    found.ifPresent(place -> known.put(stepKey, place));
    return found;
  }

  /** The place of the step that a step of ours stands for. */
  static String real(String place) {
    var last = place.lastIndexOf('/');
    var element = place.substring(last + 1);
    var inside =
        element.contains(AgainChanges.ASK + ".") || element.contains(AgainChanges.TAKE + ".");
    return inside ? place.substring(0, last) : place;
  }
}
