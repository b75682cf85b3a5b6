package io.wireroom.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers addresses for a short while, so that a busy host is not looked up for each request.
 *
 * <p>It remembers answers, not judgements: the guard judges them again each time.
 */
public final class RememberingResolver implements Resolver {
  private static final int MOST = 1000;

  private final Resolver source;
  private final Duration memory;
  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  public RememberingResolver(Resolver source, Duration memory) {
    this.source = source;
    this.memory = memory;
  }

  @Override
  public Found resolve(String name, Duration within) {
    synchronized (known) {
      var entry = known.get(name);
      if (entry != null && !entry.until.over()) {
        return new Found.Addresses(entry.addresses);
      }
    }
    var found = source.resolve(name, within);
    if (found instanceof Found.Addresses(var addresses)) {
      synchronized (known) {
        known.put(name, new Known(List.copyOf(addresses), Deadline.in(memory)));
      }
    }
    return found;
  }

  @Override
  public void close() {
    source.close();
  }

  private record Known(List<InetAddress> addresses, Deadline until) {}
}
