package io.wireroom.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own that sends the events: {@code Source LEDGER HOOK SEED EVENTS}. It sends each
 * until it is answered 2xx, and ends when all are, or with its parent.
 */
final class Source {
  private static final int CONNECTIONS = 32;
  private static final int PER_SECOND = 80;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicLong slot = new AtomicLong(System.nanoTime());
  private final URI hook;
  private final Ledger ledger;
  private final List<Integer> sends;

  private Source(URI hook, Ledger ledger, List<Integer> sends) {
    this.hook = hook;
    this.ledger = ledger;
    this.sends = sends;
  }

  public static void main(String[] args) throws Exception {
    Child.endWithParent();
    var scenario =
        new Scenario(Long.parseLong(args[2]), Integer.parseInt(args[3]), 0, 0, Duration.ZERO, true);
    try (var ledger = Ledger.open(Path.of(args[0]))) {
      new Source(URI.create(args[1]), ledger, scenario.sends()).sendAll();
    }
    System.exit(0);
  }

  private void sendAll() throws InterruptedException, ExecutionException {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new java.util.ArrayList<Future<?>>();
      for (int i = 0; i < CONNECTIONS; i++) {
        running.add(
            callers.submit(
                () -> {
                  sendSome();
                  return true;
                }));
      }
      for (var caller : running) {
        caller.get();
      }
    }
  }

  private void sendSome() throws IOException {
    for (int i = next.getAndIncrement(); i < sends.size(); i = next.getAndIncrement()) {
      awaitTurn();
      ledger.add(untilAnswered(sends.get(i)));
    }
  }

  /** why not by the clock alone: what an outage held up would come at once, and end the load. */
  private void awaitTurn() {
    var pause = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
    var turn = slot.updateAndGet(last -> Math.max(last + pause, System.nanoTime()));
    LockSupport.parkNanos(turn - System.nanoTime());
  }

  private Answer untilAnswered(int number) {
    var event = "event-" + number;
    var request =
        HttpRequest.newBuilder(hook)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"id\": \"%s\", \"sequence\": %d}".formatted(event, number)))
            .build();
    for (int tries = 1; ; tries++) {
      try {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 == 2) {
          return answer(event, tries, answer);
        }
      } catch (IOException e) {
        // why nothing: killed, or not there yet; what counts is that it was not answered
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(100_000_000, 400_000_000));
    }
  }

  private static Answer answer(String event, int tries, HttpResponse<String> answer)
      throws IOException {
    JsonNode body = JSON.readTree(answer.body());
    return new Answer(
        event,
        tries,
        answer.statusCode(),
        body.path("duplicate").asBoolean(),
        body.path("eventId").asText(),
        System.currentTimeMillis());
  }
}
