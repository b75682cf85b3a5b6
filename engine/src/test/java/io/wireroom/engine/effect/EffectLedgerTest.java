package io.wireroom.engine.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.connector.Effect;
import io.wireroom.connector.Outcome;
import io.wireroom.engine.document.DocumentId;
import io.wireroom.engine.document.Reference;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.TestStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger says to each further job of a step, also after the engine was killed. */
@Tag("unit")
@OnEveryStore
class EffectLedgerTest {
  private static final Outcome DONE =
      new Outcome.Done(JsonNodeFactory.instance.objectNode().put("status", 201));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T10:42:11.5Z"), ZoneOffset.UTC);

  private final TestStore store;
  private final Path folder;

  EffectLedgerTest(TestStore store, @TempDir Path folder) {
    this.store = store;
    this.folder = folder;
  }

  private static EffectCall call(Effect effect) {
    return new EffectCall("7-abc", 1, 7, "shop", "order", "wireroom:http:1", effect);
  }

  private static EffectCall once() {
    return call(Effect.once("POST", "https://shop.example/orders"));
  }

  /** Each use is a life of its own: the ledger is opened, used and closed. */
  private void life(Consumer<EffectLedger> use) {
    var failure = new AtomicReference<Throwable>();
    var thread =
        Thread.startVirtualThread(
            () -> {
              try (var database = store.open(folder, Database.Kind.EFFECTS);
                  var ledger = new EffectLedger(database, CLOCK)) {
                use.accept(ledger);
              } catch (Throwable e) {
                failure.set(e);
              }
            });
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (failure.get() != null) {
      throw new AssertionError(failure.get());
    }
  }

  @Test
  void aDocumentThatAResponseRefersToStaysAsLongAsTheResponse() {
    var id = DocumentId.of("sha256-" + "a".repeat(64)).orElseThrow();
    var response = JsonNodeFactory.instance.objectNode();
    response.set("body", Reference.to(id, "text/plain", 2_000_000).json());
    life(
        ledger -> {
          assertThat(ledger.needs(id)).isFalse();
          ledger.begin(once());
          ledger.settle(once(), new Settled(new Outcome.Done(response), true));
          assertThat(ledger.needs(id)).isTrue();
        });

    life(
        ledger -> {
          assertThat(ledger.begin(once())).isInstanceOf(Begun.Answered.class);
          ledger.forget(1);
          assertThat(ledger.needs(id)).isFalse();
        });
  }

  @Test
  void aCallIsSentBeforeItIsMadeAndAnsweredFromTheLedgerAfterwards() {
    life(
        ledger -> {
          assertThat(ledger.begin(once())).isInstanceOf(Begun.Go.class);
          assertThat(ledger.find("7-abc").orElseThrow().state()).isEqualTo(EffectState.SENT);
          ledger.settle(once(), new Settled(DONE, true));
        });

    life(
        ledger -> {
          assertThat(ledger.begin(once())).isEqualTo(new Begun.Answered(DONE));
          assertThat(ledger.find("7-abc").orElseThrow().state()).isEqualTo(EffectState.CONFIRMED);
        });
  }

  @Test
  void aCallThatWasUnderWayWhenTheEngineWasKilledIsAskedAbout() {
    life(ledger -> ledger.begin(once()));

    life(
        ledger -> {
          assertThat(ledger.begin(once()))
              .isInstanceOfSatisfying(
                  Begun.Asks.class,
                  asks ->
                      assertThat(asks.question())
                          .contains("POST to https://shop.example/orders")
                          .contains("2026-11-25T10:42:11Z"));
          assertThat(ledger.find("7-abc").orElseThrow().state()).isEqualTo(EffectState.UNKNOWN);
          assertThat(ledger.begin(once())).isInstanceOf(Begun.Asks.class);
        });
  }

  @Test
  void whatMayBeRepeatedIsSentAgainAfterAKill() {
    var put = call(Effect.repeatable("PUT", "https://shop.example/orders/1"));
    life(ledger -> ledger.begin(put));

    life(
        ledger -> {
          assertThat(ledger.begin(put)).isInstanceOf(Begun.Go.class);
          assertThat(ledger.find("7-abc").orElseThrow().attempts()).isEqualTo(2);
        });
  }

  @Test
  void aLostAnswerIsAskedAboutOnlyWhenItMustNotHappenTwice() {
    var lost = new Settled(new Outcome.Unknown("the connection was lost"), false);
    life(
        ledger -> {
          ledger.begin(once());
          assertThat(ledger.settle(once(), lost).orElseThrow())
              .contains("(the connection was lost)")
              .contains("effect 7-abc");
        });
    life(
        ledger -> {
          var put = call(Effect.repeatable("PUT", "https://shop.example/orders/1"));
          assertThat(ledger.settle(put, lost)).isEmpty();
        });
  }

  @Test
  void whatDidNotHappenIsTriedAgain() {
    life(
        ledger -> {
          ledger.begin(once());
          ledger.settle(once(), new Settled(Outcome.TryAgain.because("429"), false));
          assertThat(ledger.find("7-abc").orElseThrow().state()).isEqualTo(EffectState.INTENDED);
        });

    life(ledger -> assertThat(ledger.begin(once())).isInstanceOf(Begun.Go.class));
  }

  @Test
  void aRefusalIsAnsweredFromTheLedgerUntilTheBrokerKnowsIt() {
    var refused = new Outcome.Rejected("HTTP_4XX", "no");
    life(
        ledger -> {
          ledger.begin(once());
          ledger.settle(once(), new Settled(refused, false));
          assertThat(ledger.find("7-abc").orElseThrow().state()).isEqualTo(EffectState.REFUSED);
        });
    life(
        ledger -> {
          assertThat(ledger.begin(once())).isEqualTo(new Begun.Answered(refused));
          ledger.telling("7-abc");
          ledger.told("7-abc", false);
          assertThat(ledger.begin(once())).isEqualTo(new Begun.Answered(refused));
          ledger.telling("7-abc");
          ledger.told("7-abc", true);
        });

    life(ledger -> assertThat(ledger.begin(once())).isInstanceOf(Begun.Go.class));
  }

  @Test
  void readingIsNeitherRecordedBeforehandNorAskedAbout() {
    var get = call(Effect.reads());
    life(
        ledger -> {
          assertThat(ledger.begin(get)).isInstanceOf(Begun.Go.class);
          assertThat(ledger.find("7-abc")).isEmpty();
          assertThat(ledger.settle(get, new Settled(DONE, true))).isEmpty();
        });

    life(ledger -> assertThat(ledger.begin(get)).isEqualTo(new Begun.Answered(DONE)));
  }

  @Test
  void aPersonSaysThatItHappenedOrNot() {
    life(ledger -> ledger.begin(once()));
    life(
        ledger -> {
          ledger.begin(once());
          var again = new Outcome.TryAgain("ada says so", Duration.ZERO, false);
          ledger.answer("7-abc", new Settled(again, false), "ada");
          assertThat(ledger.begin(once())).isInstanceOf(Begun.Go.class);
          ledger.answer("7-abc", new Settled(DONE, true), "ada");
        });

    life(ledger -> assertThat(ledger.begin(once())).isEqualTo(new Begun.Answered(DONE)));
  }

  @Test
  void forgetsWithItsRun() {
    life(
        ledger -> {
          ledger.begin(once());
          ledger.forget(1);
          assertThat(ledger.ofRun(1)).isEmpty();
        });
  }
}
