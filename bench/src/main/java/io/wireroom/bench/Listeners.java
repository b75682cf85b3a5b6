package io.wireroom.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Many open event streams, each noting how late it hears of each new run. */
final class Listeners implements AutoCloseable {
  private static final String STARTED = "\"startedAt\":\"";
  private static final String KEY = "\"key\":\"";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client;
  private final int count;
  private final AtomicInteger open = new AtomicInteger();
  private final Queue<Long> delays = new ConcurrentLinkedQueue<>();

  Listeners(URI uri, String token, int count) {
    this.count = count;
    client =
        vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(count));
    for (var i = 0; i < count; i++) {
      client
          .request(
              new RequestOptions()
                  .setMethod(HttpMethod.GET)
                  .setHost(uri.getHost())
                  .setPort(uri.getPort())
                  .setURI(uri.getPath())
                  .putHeader("Authorization", "Bearer " + token))
          .compose(request -> request.send())
          .onSuccess(this::listen);
    }
  }

  private void listen(HttpClientResponse response) {
    if (response.statusCode() == 200) {
      open.incrementAndGet();
      response.handler(new Ear());
    }
  }

  void awaitAll(Duration most) {
    var until = System.nanoTime() + most.toNanos();
    while (open.get() < count) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("only " + open.get() + " of " + count + " could listen");
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** In milliseconds, sorted. */
  List<Long> delays() {
    return delays.stream().sorted().toList();
  }

  @Override
  public void close() {
    client.close().await();
    vertx.close().await();
  }

  /** Takes the text of one stream apart; of one event loop. */
  private final class Ear implements io.vertx.core.Handler<Buffer> {
    private final StringBuilder unread = new StringBuilder();
    private final HashSet<String> known = new HashSet<>();

    @Override
    public void handle(Buffer text) {
      var now = System.currentTimeMillis();
      unread.append(text);
      for (var end = unread.indexOf("\n\n"); end >= 0; end = unread.indexOf("\n\n")) {
        var event = unread.substring(0, end);
        unread.delete(0, end + 2);
        if (event.contains("event: run") && known.add(after(event, KEY))) {
          delays.add(now - Instant.parse(after(event, STARTED)).toEpochMilli());
        }
      }
    }

    private static String after(String event, String name) {
      var from = event.indexOf(name) + name.length();
      return event.substring(from, event.indexOf('"', from));
    }
  }
}
