package io.wireroom.engine.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One life of the broker's process. */
final class BrokerProcess {
  private static final Duration START_PATIENCE = Duration.ofMinutes(5);
  private static final long POLL_MILLIS = 50;

  /** 128 and the number of SIGKILL. */
  private static final int KILLED = 137;

  private final BrokerCommand command;
  private final Process process;

  BrokerProcess(BrokerCommand command, Process process) {
    this.command = command;
    this.process = process;
  }

  static BrokerProcess start(BrokerCommand command) {
    try {
      return new BrokerProcess(command, command.start());
    } catch (IOException e) {
      throw new BrokerTrouble("cannot start the broker: " + e.getMessage(), e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Returns when the broker takes work; throws {@link BrokerTrouble} when it ends before that. */
  void awaitReady() throws InterruptedException {
    var topology = new Topology(command.ports().rest());
    var until = System.nanoTime() + START_PATIENCE.toNanos();
    while (!topology.ready()) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new BrokerTrouble("the broker ended while starting: " + lastWords());
      }
      if (System.nanoTime() > until) {
        stop(Duration.ZERO);
        throw new BrokerTrouble(
            "the broker was not ready within " + START_PATIENCE.toSeconds() + " s");
      }
    }
  }

  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Asks it to end, and ends it by force after {@code grace}. Returns when it is gone. */
  void stop(Duration grace) throws InterruptedException {
    process.toHandle().destroy();
    if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      process.toHandle().destroyForcibly();
      process.waitFor();
    }
  }

  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
  }

  /** Whether it ended by a signal that it could do nothing about. */
  boolean wasKilled() {
    return !process.isAlive() && process.exitValue() == KILLED;
  }

  boolean portWasTaken() {
    return said("already in use|BindException").isPresent();
  }

  /** The last line that tells of trouble, for a one-line message; else where to look. */
  String lastWords() {
    return said("Exception|Error|ERROR|already in use|failed").orElse("see " + command.output());
  }

  private Optional<String> said(String words) {
    var wanted = Pattern.compile(words).asPredicate();
    try (var lines = Files.lines(command.output())) {
      return lines
          .filter(line -> !line.startsWith("\tat ") && wanted.test(line))
          .reduce((a, b) -> b)
          .map(String::strip);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
