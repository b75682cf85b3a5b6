package io.wireroom.engine.history;

import java.util.List;
import java.util.Optional;

/**
 * A step with everything that is known of it.
 *
 * @param calledRun the run that a call activity started
 */
public record StepDetail(
    StepValues values, List<Attempt> attempts, Optional<Loop> loop, Optional<Long> calledRun) {

  /**
   * Where an item of a "for each" stands.
   *
   * @param index from 1
   * @param of how many there are, once that is known
   */
  public record Loop(int index, Optional<Integer> of) {}
}
