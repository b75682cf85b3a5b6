package io.wireroom.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was opened, closed in the opposite order. */
final class Openings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Openings.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      var part = open.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("could not be closed part={}", part.getClass().getSimpleName(), e);
      }
    }
  }
}
