package io.wireroom.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.wireroom.engine.process.ProcessEngine;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RecordLagTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> marked = new ArrayList<>();
  private boolean away;

  @Test
  void isTheAgeOfAMarkerThatHasNotComeYetAndThenWhatItTook() {
    try (var lag = new RecordLag(engine(), nanos::get)) {
      lag.look();
      pass(Duration.ofSeconds(40));
      lag.look(); // while one is under way there is no other
      assertThat(lag.lag()).isEqualTo(Duration.ofSeconds(40));
      assertThat(marked).hasSize(1);

      lag.recordsStored(List.of(new Change.MarkerSeen(marked.getFirst())));
      pass(Duration.ofMinutes(9));
      assertThat(lag.lag()).isEqualTo(Duration.ofSeconds(40));

      lag.look();
      pass(Duration.ofSeconds(1));
      lag.recordsStored(List.of(new Change.MarkerSeen(marked.getLast())));
      assertThat(lag.lag()).isEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void doesNotGrowWhileTheBrokerIsAway() {
    try (var lag = new RecordLag(engine(), nanos::get)) {
      away = true;
      lag.look();
      pass(Duration.ofHours(3));

      assertThat(lag.lag()).isZero();
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Only takes markers. */
  private ProcessEngine engine() {
    return (ProcessEngine)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ProcessEngine.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "newMarkers" -> Future.succeededFuture(List.of("m" + marked.size()));
                  case "mark" -> mark((String) arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private Future<Void> mark(String marker) {
    if (away) {
      return Future.failedFuture("away");
    }
    marked.add(marker);
    return Future.succeededFuture();
  }
}
