package io.wireroom.engine.again;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.Status;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.history.StepValues;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs many runs again, a few at a time, and tells which came to the same end. One virtual thread
 * for each batch, one for each run under way; a batch goes on after a restart.
 */
final class Batches {
  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
  private static final int AT_ONCE = 4;
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration BROKER_COMES = Duration.ofSeconds(5);

  private final BatchStore store;
  private final Again again;
  private final RunQueries runs;
  private final Differences differences;

  Batches(BatchStore store, Again again, RunQueries runs, Differences differences) {
    this.store = store;
    this.again = again;
    this.runs = runs;
    this.differences = differences;
  }

  /** The batch's id; it works on by itself. */
  String begin(BatchRequest request, ObjectNode body, String person) {
    var keys =
        request.keys().isEmpty()
            ? runs.past()
                .keys(
                    request.workflow().orElseThrow(),
                    request.status(),
                    request.since(),
                    request.until(),
                    request.limit())
            : request.keys();
    if (keys.isEmpty()) {
      throw new HttpProblem(422, "No run fits, so there is nothing to run again.");
    }
    var batch = new BatchStore.Batch(UUID.randomUUID().toString(), body.toString(), person);
    store.keep(batch, keys);
    work(batch, request);
    return batch.id();
  }

  /** Goes on with what a process before this one began. */
  void resume() {
    for (var batch : store.open()) {
      work(batch, BatchRequest.of(options(batch)));
    }
  }

  private void work(BatchStore.Batch batch, BatchRequest request) {
    Thread.ofVirtual().name("again-" + batch.id()).start(() -> all(batch, request));
  }

  private void all(BatchStore.Batch batch, BatchRequest request) {
    var places = new Semaphore(AT_ONCE);
    try {
      for (var item : store.items(batch.id())) {
        if (!item.begun()) {
          places.acquire();
          Thread.startVirtualThread(() -> one(batch, item, request, places));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void one(
      BatchStore.Batch batch, BatchStore.Item item, BatchRequest request, Semaphore places) {
    try {
      var key = begun(batch, item, request);
      if (key.isPresent()) {
        untilItRests(key.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private Optional<Long> begun(BatchStore.Batch batch, BatchStore.Item item, BatchRequest request)
      throws InterruptedException {
    while (true) {
      try {
        var from = request.fromElement().map(element -> first(item.runKey(), element));
        var key = again.run(item.runKey(), request.how().from(from), batch.person());
        store.began(batch.id(), item.number(), key);
        return Optional.of(key);
      } catch (HttpProblem e) {
        store.refused(batch.id(), item.number(), String.valueOf(e.getMessage()));
        return Optional.empty();
      } catch (Unavailable e) {
        LOG.info("run again waits run={}: {}", item.runKey(), e.getMessage());
        Thread.sleep(BROKER_COMES);
      }
    }
  }

  private long first(long runKey, String element) {
    return runs.stepsWithValues(runKey).stream()
        .map(StepValues::step)
        .filter(step -> step.elementId().equals(element))
        .findFirst()
        .map(Step::key)
        .orElseThrow(() -> new HttpProblem(422, "The run never came to " + element + "."));
  }

  /** Until it is over, or waits for something that only others can bring. */
  private void untilItRests(long key) throws InterruptedException {
    var until = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < until && !rests(runs.run(key))) {
      Thread.sleep(LOOK);
    }
  }

  private static boolean rests(Optional<Run> run) {
    return run.filter(r -> r.status() != Status.RUNNING).isPresent();
  }

  /** What became of each run so far. */
  ObjectNode results(String id) {
    if (!store.exists(id)) {
      throw new HttpProblem(404, "There is no batch " + id + ".");
    }
    var items = store.items(id);
    var json = Json.MAPPER.createObjectNode();
    var list = json.putArray("items");
    items.forEach(item -> list.add(result(item)));
    var done = items.stream().filter(this::done).count();
    return json.put("done", done).put("total", items.size());
  }

  private boolean done(BatchStore.Item item) {
    return item.reason().isPresent()
        || item.againKey().filter(key -> rests(runs.run(key))).isPresent();
  }

  private ObjectNode result(BatchStore.Item item) {
    var json = Json.MAPPER.createObjectNode();
    json.put("runKey", String.valueOf(item.runKey()));
    item.reason().ifPresent(reason -> json.put("status", "refused").put("reason", reason));
    if (!item.begun()) {
      json.put("status", "waiting");
    }
    item.againKey()
        .ifPresent(
            key -> {
              json.put("againKey", String.valueOf(key));
              var run = runs.run(key);
              json.put("status", run.map(r -> r.status().word()).orElse("running"));
              if (run.flatMap(Run::endedAt).isPresent() && over(item.runKey())) {
                json.put("same", differences.same(item.runKey(), key));
              }
            });
    return json;
  }

  private boolean over(long key) {
    return runs.run(key).flatMap(Run::endedAt).isPresent();
  }

  private static ObjectNode options(BatchStore.Batch batch) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(batch.options());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored batch is not JSON", e);
    }
  }
}
