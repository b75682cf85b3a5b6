package io.wireroom.engine.broker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real broker as a supervised child process, on free ports of 127.0.0.1.
 *
 * <p>One thread watches it and starts it again, on the same ports, when it ends unasked. It ends
 * with this process, however this process ends (see the exporter's {@code SupervisedBroker}).
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final Duration STOP_GRACE = Duration.ofSeconds(15);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);
  private static final int START_TRIES = 3;

  private final BrokerCommand command;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread watch;
  private volatile BrokerProcess process;
  private volatile boolean ready = true;

  private EmbeddedBroker(BrokerCommand command, BrokerProcess process) {
    this.command = command;
    this.process = process;
    this.watch = Thread.ofVirtual().name("broker-watch").unstarted(this::watch);
  }

  /** Unpacks the distribution if need be, starts the broker and returns when it takes work. */
  public static EmbeddedBroker start(BrokerSettings settings) {
    var distribution = Distribution.unpack(settings.archive(), settings.distribution());
    for (var attempt = 1; ; attempt++) {
      var command = new BrokerCommand(settings, distribution, BrokerPorts.free());
      var process = BrokerProcess.start(command);
      try {
        process.awaitReady();
        LOG.info("broker ready pid={} grpc={}", process.pid(), command.ports().grpc());
        var broker = new EmbeddedBroker(command, process);
        broker.watch.start();
        return broker;
      } catch (BrokerTrouble e) {
        // why: another process may have taken a port between our look and the broker's bind; and
        // whoever kills the broker, such as a system short of memory, has not refused it
        if (attempt == START_TRIES || !(process.portWasTaken() || process.wasKilled())) {
          throw e;
        }
      } catch (InterruptedException e) {
        process.kill();
        Thread.currentThread().interrupt();
        throw new BrokerTrouble("interrupted while the broker started", e);
      }
    }
  }

  public BrokerPorts ports() {
    return command.ports();
  }

  /** The current process; another one after a restart. */
  public long pid() {
    return process.pid();
  }

  /** False while the broker is being started again. */
  public boolean ready() {
    return ready;
  }

  private void watch() {
    try {
      for (var backOff = Duration.ofMillis(250); ; ) {
        var since = System.nanoTime();
        var code = process.awaitEnd();
        if (stopping.getCount() == 0) {
          return;
        }
        ready = false;
        // why INFO: the client says on the terminal that the broker is away, and that it is back
        LOG.info("broker ended unasked pid={} code={} last={}", pid(), code, process.lastWords());
        var lived = Duration.ofNanos(System.nanoTime() - since);
        backOff = lived.compareTo(LONGEST_BACK_OFF) > 0 ? Duration.ofMillis(250) : backOff;
        if (stopping.await(backOff.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        backOff = shorter(backOff.multipliedBy(2), LONGEST_BACK_OFF);
        startAgain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startAgain() throws InterruptedException {
    try {
      process = BrokerProcess.start(command);
      process.awaitReady();
      ready = true;
      LOG.info("broker ready again pid={}", pid());
    } catch (BrokerTrouble e) {
      if (stopping.getCount() > 0) {
        LOG.warn("broker did not start again: {}", e.getMessage());
      }
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** Ends the broker in order and returns when its process is gone. */
  @Override
  public void close() {
    stopping.countDown();
    try {
      do { // why a loop: the watch may just have started the next process
        process.stop(STOP_GRACE);
      } while (!watch.join(Duration.ofMillis(100)));
    } catch (InterruptedException e) {
      process.kill();
      Thread.currentThread().interrupt();
    }
    LOG.info("broker stopped");
  }
}
