package io.wireroom.engine.history;

import java.util.Collection;
import java.util.stream.Collectors;

/** Keys inside SQL. */
final class Keys {
  private Keys() {}

  /** For {@code in (…)}; numbers need no parameters, of which a database takes only so many. */
  static String in(Collection<Long> keys) {
    return keys.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
