package io.wireroom.engine.process;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A cluster that tells of its runs when it is asked, because it does not send its records.
 *
 * <p>Blocks; throws {@link ProcessEngine.Unavailable} when the cluster is away. What it tells may
 * be some seconds old, and of different ages within one answer.
 */
public interface ClusterRuns {
  /** What happened to runs from one moment on and before another. */
  Set<Move> moves(Instant from, Instant to);

  /** A run as it is now. */
  Optional<FoundRun> find(long runKey);

  /** The XML of a deployed version; empty when it is gone. */
  Optional<String> diagram(long definitionKey);

  /**
   * One thing that happened, to tell what is new from what was seen.
   *
   * @param subject the key of the run, step or incident
   * @param what became of it
   */
  record Move(long runKey, long subject, String what) {}
}
