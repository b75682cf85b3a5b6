package io.wireroom.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** Finds the addresses of a name. Never asked for something that is an address already. */
public interface Resolver extends AutoCloseable {
  /** Blocks the calling virtual thread for {@code within} at most. */
  Found resolve(String name, Duration within);

  @Override
  void close();

  /** What came of a look-up. */
  sealed interface Found {
    /** In the order of preference, at least one. The caller judges each before it connects. */
    record Addresses(List<InetAddress> all) implements Found {}

    /** There is no such name, or the name server said no. */
    record Nothing(String reason) implements Found {}

    /** No answer within the limit. */
    record TooSlow() implements Found {}
  }
}
