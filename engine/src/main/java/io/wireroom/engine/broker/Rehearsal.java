package io.wireroom.engine.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a second broker once, on an empty folder, from which the JVM makes the {@link StartCache}.
 *
 * <p>In the background and at low priority, after the real broker is ready: about 30 s of processor
 * time and 750 MB of memory, once per distribution, exporter and JVM.
 */
public final class Rehearsal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final long DELAY_SECONDS = 60;
  private static final Duration LONGEST_WRITING = Duration.ofMinutes(3);

  private final BrokerSettings settings;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable BrokerProcess process;

  private Rehearsal(BrokerSettings real) {
    this.settings =
        new BrokerSettings(
            real.archive(),
            real.distribution(),
            real.data().resolve("rehearsal"),
            real.exporterJar(),
            Map.of());
    this.thread = Thread.ofVirtual().name("broker-rehearsal").unstarted(this::run);
  }

  /**
   * Begins in a minute, when people have seen their first page, unless it was done before. The
   * result serves the next start.
   */
  public static Rehearsal begin(BrokerSettings real) {
    var rehearsal = new Rehearsal(real);
    rehearsal.thread.start();
    return rehearsal;
  }

  private void run() {
    var distribution = Distribution.unpack(settings.archive(), settings.distribution());
    try (var channel =
            FileChannel.open(
                settings.distribution().resolve("rehearsal.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      var command = new BrokerCommand(settings, distribution, BrokerPorts.free());
      var cache = StartCache.of(distribution, command.classPath());
      if (lock != null
          && !Files.exists(cache.file())
          && !stopping.await(DELAY_SECONDS, TimeUnit.SECONDS)) {
        rehearse(command, cache);
      }
    } catch (IOException | BrokerTrouble e) {
      // why only a line: everything works without it, more slowly
      LOG.info("the broker's quick start could not be prepared: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void rehearse(BrokerCommand command, StartCache cache)
      throws IOException, InterruptedException {
    var begun = System.nanoTime();
    Path written = settings.data().resolve("start.aot");
    Distribution.delete(settings.data());
    var broker =
        new BrokerProcess(
            command,
            command.start(List.of("nice", "-n", "15"), List.of("-XX:AOTCacheOutput=" + written)));
    process = broker;
    try {
      broker.awaitReady();
      broker.stop(LONGEST_WRITING);
      if (Files.exists(written)) {
        cache.replaceBy(written);
        LOG.info("quick start prepared seconds={}", (System.nanoTime() - begun) / 1_000_000_000);
      }
    } finally {
      broker.kill();
      Distribution.delete(settings.data());
    }
  }

  /** Gives up when it is still under way; the next start begins anew. */
  @Override
  public void close() {
    stopping.countDown();
    try {
      while (!thread.join(Duration.ofMillis(100))) {
        var running = process;
        if (running != null) {
          running.kill();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
