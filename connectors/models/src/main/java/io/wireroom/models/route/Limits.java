package io.wireroom.models.route;

import java.util.Optional;
import java.util.Set;

/**
 * What a route takes.
 *
 * @param concurrent requests at one time; fewer while the endpoint says that it is too many
 * @param context the longest prompt and answer in tokens, when it is known
 * @param requests in a minute, when that is limited
 * @param tokens in a minute, prompt and longest answer, when that is limited
 * @param takes what it takes beside text; empty when nobody says, and then all of it is tried
 */
public record Limits(
    int concurrent,
    Optional<Long> context,
    Optional<Long> requests,
    Optional<Long> tokens,
    Optional<Set<Capability>> takes) {
  public Limits {
    takes = takes.map(Set::copyOf);
  }

  /** Without limits by the minute. */
  public Limits(int concurrent, Optional<Long> context) {
    this(concurrent, context, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same within these limits by the minute. */
  public Limits perMinute(Optional<Long> otherRequests, Optional<Long> otherTokens) {
    return new Limits(concurrent, context, otherRequests, otherTokens, takes);
  }
}
