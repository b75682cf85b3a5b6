package io.wireroom.exporter;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Starts the broker's own main class and ends this process when the engine is gone.
 *
 * <p>The engine holds the other end of standard input for as long as it lives; the operating system
 * closes it however the engine ends, so that even {@code kill -9} leaves no orphan.
 */
public final class SupervisedBroker {
  /** Another broker still uses the data folder. */
  public static final int FOLDER_IN_USE = 75;

  private static final long GRACE_MILLIS = Long.getLong("wireroom.grace", 10_000);
  private static final long LOCK_POLL_MILLIS = 50;

  private static @Nullable FileLock lock;

  private SupervisedBroker() {}

  /**
   * @param args the broker's main class, the lock file of its data folder, and for how many
   *     milliseconds to wait for that lock
   */
  @SuppressWarnings("SystemOut") // why: runs before the broker's logging; goes to broker.out
  public static void main(String[] args) throws Exception {
    daemon("engine-watch", SupervisedBroker::endWithEngine);
    lock = lock(Path.of(args[1]), Long.parseLong(args[2]));
    if (lock == null) {
      System.err.println("another broker uses " + Path.of(args[1]).getParent());
      System.exit(FOLDER_IN_USE);
    }
    try {
      // why reflection: the broker's jar is no dependency of this module, by licence and by size.
      Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException e) {
      System.err.println("broker did not start: " + e.getCause());
      System.exit(1);
    }
  }

  /** Empty when the folder stayed locked: the last engine's broker takes a while to close. */
  private static @Nullable FileLock lock(Path file, long patience)
      throws IOException, InterruptedException {
    var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE); // kept open
    var until = System.nanoTime() + patience * 1_000_000;
    var held = channel.tryLock();
    while (held == null && System.nanoTime() < until) {
      Thread.sleep(LOCK_POLL_MILLIS);
      held = channel.tryLock();
    }
    return held;
  }

  private static void endWithEngine() {
    try {
      while (System.in.read() >= 0) {
        // why: nothing is ever sent; only the end counts
      }
    } catch (IOException e) {
      // why: an unreadable pipe means the same as a closed one
    }
    daemon("engine-gone", SupervisedBroker::haltAfterGrace);
    System.exit(0);
  }

  private static void haltAfterGrace() {
    try {
      Thread.sleep(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(137);
  }

  private static void daemon(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }
}
