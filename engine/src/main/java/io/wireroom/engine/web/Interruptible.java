package io.wireroom.engine.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work on a thread of its own that somebody else may end; only while it runs. */
public final class Interruptible {
  private @Nullable Thread thread;
  private boolean ended;

  /** Does it on this thread. */
  public <T> T of(Supplier<T> work) {
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

  /** Whether somebody ended it. */
  public synchronized boolean ended() {
    return ended;
  }

  /** Ends it, or keeps it from beginning. */
  public synchronized void interrupt() {
    ended = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
