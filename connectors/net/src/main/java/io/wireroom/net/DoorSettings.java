package io.wireroom.net;

import java.time.Duration;
import java.util.List;

/**
 * How a door behaves, whatever the request.
 *
 * @param allow the exceptions to the guard
 * @param resolver finds addresses; the door closes it
 * @param busy requests under way to one host and port
 * @param waiting requests that may wait for one of these places
 * @param gap the longest silence inside an answer
 * @param trust certificates (PEM) trusted beside the JDK's
 */
public record DoorSettings(
    AllowList allow, Resolver resolver, int busy, int waiting, Duration gap, List<String> trust) {

  public DoorSettings {
    trust = List.copyOf(trust);
  }

  /** The operating system's names, 64 requests at a time per host. */
  public static DoorSettings allowing(AllowList allow) {
    return allowing(allow, new RememberingResolver(new SystemResolver(), Duration.ofSeconds(10)));
  }

  /** The same with another source of addresses. */
  public static DoorSettings allowing(AllowList allow, Resolver resolver) {
    return new DoorSettings(allow, resolver, 64, 1024, Duration.ofSeconds(20), List.of());
  }

  /** The same with other places per host. */
  public DoorSettings places(int busy, int waiting) {
    return new DoorSettings(allow, resolver, busy, waiting, gap, trust);
  }

  /** The same with another longest silence. */
  public DoorSettings gap(Duration other) {
    return new DoorSettings(allow, resolver, busy, waiting, other, trust);
  }

  /** The same, trusting more certificates. */
  public DoorSettings trusting(String... pem) {
    return new DoorSettings(allow, resolver, busy, waiting, gap, List.of(pem));
  }
}
