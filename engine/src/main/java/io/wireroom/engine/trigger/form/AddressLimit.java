package io.wireroom.engine.trigger.form;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often one address may do something: so many times at once, and then one at a time.
 *
 * <p>In memory, under a lock; the address that was quiet for the longest is forgotten first.
 */
final class AddressLimit {
  private static final int MOST_ADDRESSES = 20_000;

  private final int atOnce;
  private final Duration each;
  private final Clock clock;
  private final Map<String, Instant> paidUntil =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  /**
   * @param each how long it takes until one more is allowed
   */
  AddressLimit(int atOnce, Duration each, Clock clock) {
    this.atOnce = atOnce;
    this.each = each;
    this.clock = clock;
  }

  /** Takes one; when there is none left, how long until there is. */
  synchronized Optional<Duration> take(String what, String address) {
    var now = clock.instant();
    var key = what + " " + network(address);
    var paid = paidUntil.getOrDefault(key, now);
    var next = (paid.isBefore(now) ? now : paid).plus(each);
    var tooMuch = Duration.between(now.plus(each.multipliedBy(atOnce)), next);
    if (tooMuch.isPositive()) {
      return Optional.of(tooMuch);
    }
    paidUntil.put(key, next);
    return Optional.empty();
  }

  /** why: whoever has one IPv6 address has the other 2^64 of its network as well. */
  private static String network(String address) {
    try {
      if (InetAddress.ofLiteral(address.replaceFirst("%.*$", "")) instanceof Inet6Address six) {
        var bytes = six.getAddress();
        java.util.Arrays.fill(bytes, 8, 16, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress();
      }
    } catch (IllegalArgumentException | UnknownHostException e) {
      return address;
    }
    return address;
  }
}
