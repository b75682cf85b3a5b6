package io.wireroom.engine.trigger.inbox;

import java.security.SecureRandom;
import java.util.UUID;

/** UUIDs of version 7: 48 bits of time, then chance. */
final class EventIds {
  private static final SecureRandom CHANCE = new SecureRandom();

  private EventIds() {}

  static String next() {
    var high = System.currentTimeMillis() << 16 | 0x7000L | CHANCE.nextInt(0x1000);
    var low = CHANCE.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
