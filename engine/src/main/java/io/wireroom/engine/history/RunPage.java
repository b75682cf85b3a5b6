package io.wireroom.engine.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the run list.
 *
 * @param troubles the open incidents of those that have some, by run
 * @param next where the list goes on; there with an empty or short page too, when so many runs were
 *     looked through that the rest is for the next request
 */
public record RunPage(
    List<Run> runs, Map<Long, List<Trouble>> troubles, Optional<RunFilter.Place> next) {

  /** An open incident and its cause. */
  public record Trouble(long incidentKey, String cause) {}
}
