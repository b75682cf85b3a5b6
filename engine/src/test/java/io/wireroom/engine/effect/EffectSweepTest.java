package io.wireroom.engine.effect;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.connector.Effect;
import io.wireroom.engine.history.History;
import io.wireroom.engine.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class EffectSweepTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void keepsWhatTheHistoryKnowsOrMayStillHearOf() throws Exception {
    try (var main = Database.open(folder.resolve("wireroom.db"));
        var store = Database.open(folder.resolve("effects.db"), Database.Kind.EFFECTS)) {
      main.change(
          db ->
              db.execute(
                  "insert into run (key, workflow, version, definition_key, status, started_at,"
                      + " trigger_kind, incidents, active, waiting, change)"
                      + " values (1, 'a', 1, 1, 'completed', '2026-10-25T10:00:00Z', 'api',"
                      + " 0, 0, 0, 1)"));
      keep(store, 1, Duration.ofDays(30));
      keep(store, 2, Duration.ofDays(30));
      keep(store, 3, Duration.ofMinutes(1));

      try (var ledger = new EffectLedger(store, InstantSource.fixed(NOW));
          var sweep =
              EffectSweep.start(ledger, new History(main).queries(), InstantSource.fixed(NOW))) {
        var swept = Thread.startVirtualThread(sweep::sweep);
        swept.join();

        assertThat(ledger.ofRun(1)).hasSize(1);
        assertThat(ledger.ofRun(2)).isEmpty();
        assertThat(ledger.ofRun(3)).hasSize(1);
      }
    }
  }

  private static void keep(Database store, long run, Duration age) throws Exception {
    try (var ledger = new EffectLedger(store, InstantSource.fixed(NOW.minus(age)))) {
      var call = new EffectCall("e" + run, run, run, "a", "b", "c", Effect.unsaid());
      Thread.startVirtualThread(() -> ledger.begin(call)).join();
    }
  }
}
