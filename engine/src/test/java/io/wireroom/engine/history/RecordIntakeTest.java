package io.wireroom.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.PostgresServer;
import io.wireroom.engine.testing.SmallDisk;
import io.wireroom.engine.testing.TestStore;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that cannot be stored is answered so that the exporter comes again with it. */
@Tag("module")
class RecordIntakeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    vertx.close().await();
    http.close();
  }

  @Test
  void aFullDiskLosesNothing() throws Exception {
    try (var database = TestStore.SQLITE.open(folder)) {
      var history = new History(database);
      var intake = listen(history);
      pages(database, "page_count");
      var large = "\"" + "x".repeat(500_000) + "\"";
      var records = new Records("w", 100, 0).begin().variable(100, "page", large).end().all();

      assertThat(post(intake, records)).isEqualTo(503);
      assertThat(history.queries().run(100)).isEmpty();
      pages(database, "1000000");

      assertThat(post(intake, records)).isEqualTo(204);
      assertThat(history.queries().run(100)).map(Run::status).contains(Status.COMPLETED);
      assertThat(history.queries().variables(100).path("page").asText()).hasSize(500_000);
    }
  }

  @Test
  void aDiskThatIsReallyFullLosesNothing() throws Exception {
    var ballast = folder.resolve("ballast");
    try (var disk = SmallDisk.mount(folder, 12)) {
      Files.write(ballast, new byte[6 << 20]);
      try (var database = TestStore.SQLITE.open(folder)) {
        var history = new History(database);
        var intake = listen(history);
        var page = "\"" + "x".repeat(500_000) + "\"";
        var stored = 0;
        var records = new Records("w", 100, 0).begin();
        while (post(intake, records.all()) == 204) {
          stored++;
          assertThat(stored).as("the disk gets full").isLessThan(100);
          records.variable(100, "page-" + stored, page);
        }
        assertThat(history.queries().variables(100)).hasSize(stored - 1);

        Files.delete(ballast);
        assertThat(post(intake, records.end().all())).isEqualTo(204);
        assertThat(history.queries().variables(100)).hasSize(stored);
        assertThat(history.queries().run(100)).map(Run::status).contains(Status.COMPLETED);
      }
    }
  }

  @Test
  void aDatabaseThatIsAwayLosesNothing() throws Exception {
    try (var server = PostgresServer.start().orElseThrow(TestStore::noServer);
        var database = Database.open(TestStore.settings(server, "intake"), Database.Kind.MAIN)) {
      var history = new History(database);
      var intake = listen(history);
      var records = new Records("w", 100, 0);
      assertThat(post(intake, records.begin().all())).isEqualTo(204);
      server.down();

      assertThat(post(intake, records.end().all())).isEqualTo(503);
      server.up();

      assertThat(post(intake, records.all())).isEqualTo(204);
      assertThat(history.queries().run(100)).map(Run::status).contains(Status.COMPLETED);
    }
  }

  @Test
  void aVariableWithANameOfManyKilobytesDoesNotHoldUpTheRest() throws Exception {
    for (var store : TestStore.values()) {
      try (var database = store.open(folder)) {
        var history = new History(database);
        var name = new java.util.Random(1).ints(9_000, 'a', 'z' + 1);
        var records = new Records("w", 100, 0).begin();
        records.variable(
            100, name.mapToObj(Character::toString).collect(Collectors.joining()), "1");

        assertThat(post(listen(history), records.end().all())).isEqualTo(204);

        assertThat(history.queries().variables(100).properties())
            .singleElement()
            .satisfies(value -> assertThat(value.getKey()).hasSizeLessThan(600));
      }
    }
  }

  private RecordIntake listen(History history) {
    return new RecordIntake(vertx, history, "secret", () -> true).listen("127.0.0.1", 0).await();
  }

  private int post(RecordIntake intake, List<BrokerRecord> records) throws Exception {
    var lines = records.stream().map(RecordIntakeTest::line).collect(Collectors.joining("\n"));
    var request =
        HttpRequest.newBuilder(intake.uri())
            .header(RecordIntake.SECRET_HEADER, "secret")
            .POST(BodyPublishers.ofString(lines))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String line(BrokerRecord r) {
    return JSON.createObjectNode()
        .put("partition", r.partition())
        .put("position", r.position())
        .put("key", r.key())
        .put("at", r.at().toEpochMilli())
        .put("type", r.type())
        .put("intent", r.intent())
        .set("value", r.value())
        .toString();
  }

  private static void pages(Database database, String most) {
    database.change(
        db -> {
          var now = db.fetchSingle("pragma page_count").get(0, Long.class);
          db.fetch("pragma max_page_count = " + most.replace("page_count", String.valueOf(now)));
        });
  }
}
