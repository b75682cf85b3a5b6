package io.wireroom.engine.trial;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work on a thread of its own that somebody else may end; only while it runs. */
final class Interruptible {
  private @Nullable Thread thread;
  private boolean ended;

  <T> T of(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    thread = Thread.currentThread();
    if (ended) {
      thread.interrupt();
    }
  }

  private synchronized void leave() {
    thread = null;
  }

  synchronized boolean ended() {
    return ended;
  }

  synchronized void interrupt() {
    ended = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
