package io.wireroom.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@Tag("module")
class SenderTest {
  private static final long NO_PATIENCE = 0;
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Backlog backlog = new Backlog();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> secrets = new CopyOnWriteArrayList<>();
  private final List<Long> forgotten = new CopyOnWriteArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final HttpServer engine;
  private final Sender sender;
  private final AtomicInteger refused = new AtomicInteger();
  private volatile int status = 204;

  SenderTest() throws IOException {
    engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    engine.createContext("/records", this::take);
    var uri = URI.create("http://127.0.0.1:" + engine.getAddress().getPort() + "/records");
    sender =
        new Sender(
            backlog,
            new Post(uri, "s3cret"),
            forgotten::add,
            LoggerFactory.getLogger(SenderTest.class));
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (status == 204) {
      secrets.add(exchange.getRequestHeaders().getFirst("Wireroom-Secret"));
      bodies.add(body);
    } else {
      refused.incrementAndGet();
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @AfterEach
  void close() {
    sender.close();
    engine.stop(0);
  }

  @Test
  void sendsAsOneBatchWhatPiledUpWhileTheLastOneWasUnderWay() throws Exception {
    engine.start();
    sender.start();
    add(1, 500);
    open.countDown();

    await().until(() -> forgotten.contains(500L));
    assertThat(bodies).hasSizeLessThanOrEqualTo(2);
    assertThat(bodies.getFirst()).startsWith("{\"n\":1}\n");
    assertThat(secrets).containsOnly("s3cret");
  }

  @Test
  void keepsEverythingInOrderWhileTheEngineIsAway() throws Exception {
    sender.start();
    add(1, 3_000);
    assertThat(forgotten).isEmpty();

    open.countDown();
    engine.start();

    await().until(() -> forgotten.contains(3_000L));
    assertThat(String.join("", bodies).lines())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 3_000).mapToObj(SenderTest::json).toList());
  }

  @Test
  void forgetsNothingThatTheEngineRefused() throws Exception {
    status = 503;
    open.countDown();
    engine.start();
    sender.start();
    add(1, 5);
    await().until(() -> refused.get() > 1);
    assertThat(forgotten).isEmpty();

    status = 204;

    await().until(() -> forgotten.contains(5L));
  }

  @Test
  void hasNoRoomForMoreThanItsBound() throws Exception {
    var added = 0;
    while (backlog.add(new Line(added + 1, new byte[10], false), NO_PATIENCE)) {
      added++;
    }
    assertThat(added).isEqualTo(8_192);
    var large = new Backlog();
    while (large.add(new Line(1, new byte[4 << 20], false), NO_PATIENCE)) {
      added++;
    }
    assertThat(added).isEqualTo(8_192 + 4);
  }

  @Test
  void skippedRecordsAreSafeOnlyWhenNothingBeforeThemIsUnsent() throws Exception {
    backlog.skip(1);
    assertThat(backlog.safe()).isEqualTo(1);
    add(2, 2);
    backlog.skip(3);
    assertThat(backlog.safe()).isEqualTo(1);
    assertThat(backlog.take(SOON)).hasSize(1);
    backlog.skip(4);
    assertThat(backlog.safe()).isEqualTo(1);

    backlog.stored(2);

    assertThat(backlog.safe()).isEqualTo(4);
    assertThat(backlog.take(Duration.ZERO)).isEmpty();
  }

  @Test
  void forgetsWhatIsSkippedWhileNothingElseComes() {
    open.countDown();
    engine.start();
    sender.start();
    backlog.skip(7);

    await().untilAsserted(() -> assertThat(forgotten).containsExactly(7L));
  }

  @Test
  void aRecordThatSomebodyWaitsForIsSentAtOnceWithThoseBeforeIt() throws Exception {
    var patient = new Backlog(Duration.ofHours(1));
    var taken = new ArrayBlockingQueue<List<Line>>(1);
    Thread.ofVirtual().start(() -> take(patient, taken));
    patient.add(new Line(1, new byte[1], false), NO_PATIENCE);
    patient.add(new Line(2, new byte[1], false), NO_PATIENCE);

    patient.add(new Line(3, new byte[1], true), NO_PATIENCE);

    assertThat(taken.poll(30, TimeUnit.SECONDS))
        .extracting(Line::position)
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void isNotHurriedWhileNobodyWaits() throws Exception {
    var patient = new Backlog(Duration.ofHours(1));
    var taken = new ArrayBlockingQueue<List<Line>>(1);
    patient.hurry(false);
    Thread.ofVirtual().start(() -> take(patient, taken));
    patient.add(new Line(1, new byte[1], true), NO_PATIENCE);
    assertThat(taken.poll(100, TimeUnit.MILLISECONDS)).isNull();

    patient.hurry(true);
    patient.add(new Line(2, new byte[1], true), NO_PATIENCE);

    assertThat(taken.poll(30, TimeUnit.SECONDS)).hasSize(2);
  }

  private static void take(Backlog from, Queue<List<Line>> into) {
    try {
      into.add(from.take(Duration.ofHours(1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(long from, long to) throws InterruptedException {
    for (var n = from; n <= to; n++) {
      assertThat(
              backlog.add(
                  new Line(n, (json(n) + "\n").getBytes(StandardCharsets.UTF_8), false), 5_000))
          .isTrue();
    }
  }

  private static String json(long n) {
    return "{\"n\":" + n + "}";
  }
}
