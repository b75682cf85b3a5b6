package io.wireroom.engine.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.engine.connections.Stored.Tested;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.TestStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
@OnEveryStore
class ConnectionStoreTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);

  private final Path folder;
  private final Database database;

  ConnectionStoreTest(TestStore store, @TempDir Path folder) {
    this.folder = folder;
    this.database = store.open(folder);
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void keepsValuesOverARestartAndOnlySealed() throws IOException {
    save(open(), "shop", "token-one-4711", DAY);

    assertThat(open().find("shop")).contains(bearer("token-one-4711"));
    database.change(db -> db.execute("select 1"));
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).as(file.toString()).doesNotContain("token-one");
      }
    }
  }

  @Test
  void doesNotOpenRowsThatWereSwapped() {
    var store = open();
    save(store, "good", "token-good-4711", DAY);
    save(store, "evil", "token-evil-4711", DAY);
    save(store, "third", "token-third-4711", DAY);
    database.change(
        db ->
            db.execute(
                "update connection set sealed = (select sealed from connection c where"
                    + " c.name = 'evil') where name = 'good'"));

    var again = open();

    assertThat(again.find("good")).isEmpty();
    assertThat(again.valid("good")).isEmpty();
    assertThat(again.unreadable()).containsExactly("good");
    assertThat(again.find("third")).contains(bearer("token-third-4711"));
    save(again, "good", "token-new-4711", DAY);
    assertThat(open().find("good")).contains(bearer("token-new-4711"));
  }

  @Test
  void doesNotOpenPreviousValuesWhoseValiditySomebodyProlonged() {
    var store = open();
    save(store, "shop", "token-one-4711", DAY);
    save(store, "shop", "token-two-4711", DAY);
    database.change(
        db -> db.execute("update connection_previous set valid_until = '2099-01-01T00:00:00Z'"));

    assertThat(open().valid("shop")).containsExactly(bearer("token-two-4711"));
  }

  @Test
  void takesPreviousValuesUntilTheirTimeIsOver() {
    var store = open();
    save(store, "shop", "token-one-4711", DAY);
    save(store, "shop", "token-two-4711", DAY);
    save(store, "shop", "token-three-4711", Duration.ofHours(1));

    assertThat(store.valid("shop"))
        .containsExactly(
            bearer("token-three-4711"), bearer("token-two-4711"), bearer("token-one-4711"));
    assertThat(at(NOON.plus(Duration.ofHours(2))).valid("shop"))
        .containsExactly(bearer("token-three-4711"), bearer("token-one-4711"));
    assertThat(at(NOON.plus(DAY)).valid("shop")).containsExactly(bearer("token-three-4711"));
    assertThat(store.find("shop")).contains(bearer("token-three-4711"));
    assertThat(store.valid("nobody")).isEmpty();
  }

  @Test
  void dropsPreviousValuesAtOnceWhenToldSo() {
    var store = open();
    save(store, "shop", "token-one-4711", DAY);
    save(store, "shop", "token-two-4711", DAY);

    assertThat(store.retire("shop")).isTrue();
    assertThat(store.retire("nobody")).isFalse();
    assertThat(store.valid("shop")).containsExactly(bearer("token-two-4711"));
    assertThat(open().valid("shop")).containsExactly(bearer("token-two-4711"));

    save(store, "shop", "token-three-4711", Duration.ZERO);
    assertThat(open().valid("shop")).containsExactly(bearer("token-three-4711"));
  }

  @Test
  void keepsOwnerAndForgetsTheTestOfOtherValues() {
    var store = open();
    save(store, "shop", "token-one-4711", DAY);
    store.tested("shop", new Tested(NOON, true, "fine"));

    store.save("shop", "bearer", there -> Map.of("token", "token-one-4711"), DAY, "bob");
    assertThat(open().stored("shop").orElseThrow())
        .returns("ada", Stored::owner)
        .returns(Optional.of(new Tested(NOON, true, "fine")), Stored::lastTest)
        .returns(List.of(), Stored::previous);

    save(store, "shop", "token-two-4711", DAY);
    assertThat(open().stored("shop").orElseThrow().lastTest()).isEmpty();
  }

  @Test
  void removesAConnectionWithItsPreviousValues() {
    var store = open();
    save(store, "shop", "token-one-4711", DAY);
    save(store, "shop", "token-two-4711", DAY);

    assertThat(store.remove("shop")).isTrue();
    assertThat(store.remove("shop")).isFalse();
    assertThat(open().valid("shop")).isEmpty();
    assertThat(
            database.<Integer>read(
                db -> db.fetchCount(org.jooq.impl.DSL.table("connection_previous"))))
        .isZero();
  }

  @Test
  void losesNothingWhenValuesAndKeyAreRotatedAtTheSameTime() throws Exception {
    var store = open();
    IntStream.range(0, 8).forEach(i -> save(store, "c" + i, "token-" + i + "-start", DAY));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var work =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            for (int round = 0; round < 5; round++) {
                              save(store, "c" + i, "token-" + i + "-round-" + round, DAY);
                              if (i % 4 == 0) {
                                store.rotateKey();
                              }
                            }
                          }))
              .toList();
      for (var one : work) {
        one.get();
      }
    }

    var again = open();
    for (int i = 0; i < 8; i++) {
      assertThat(again.find("c" + i)).contains(bearer("token-" + i + "-round-4"));
      assertThat(again.valid("c" + i)).isEqualTo(store.valid("c" + i)).hasSize(6);
    }
  }

  private ConnectionStore open() {
    return at(NOON);
  }

  private ConnectionStore at(Instant now) {
    return ConnectionStore.open(database, keyFile(), Optional.empty(), clock(now));
  }

  private Path keyFile() {
    return folder.resolve("connections.key");
  }

  private static void save(ConnectionStore store, String name, String token, Duration keep) {
    store.save(name, "bearer", there -> Map.of("token", token), keep, "ada");
  }

  private static Connection bearer(String token) {
    return new Connection("bearer", Map.of("token", token));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
