package io.wireroom.engine.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the run list.
 *
 * @param errors why runs stand at an incident, by run
 * @param next where the list goes on; there with an empty or short page too, when so many runs were
 *     looked through that the rest is for the next request
 */
public record RunPage(List<Run> runs, Map<Long, String> errors, Optional<RunFilter.Place> next) {}
