package io.wireroom.engine.process.zeebe;

import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the broker is away, and once that it is back, however many ask it for jobs. */
final class BrokerPresence {
  /** For the person at the terminal; see logback.xml. */
  private static final Logger LOG = LoggerFactory.getLogger("wireroom.terminal");

  private final AtomicBoolean away = new AtomicBoolean();

  void here() {
    if (away.compareAndSet(true, false)) {
      LOG.info("The broker is back.");
    }
  }

  void failed(Throwable error) {
    if (Commands.code(error) != Status.Code.UNAVAILABLE) {
      LOG.debug("asking for jobs failed: {}", Commands.text(error));
    } else if (away.compareAndSet(false, true)) {
      LOG.info("The broker is away; runs go on when it is back.");
    }
  }
}
