package io.wireroom.engine.repair;

import io.vertx.core.Future;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/** What came of one of many; {@code reason} says why it was not done. */
record Result(String key, boolean done, Optional<String> reason) {
  private static final int AT_ONCE = 16;

  static Result done(long key) {
    return new Result(String.valueOf(key), true, Optional.empty());
  }

  static Result not(long key, String reason) {
    return new Result(String.valueOf(key), false, Optional.of(reason));
  }

  /**
   * Does it for each, some at a time; for virtual threads.
   *
   * @param kept told of each that is done
   */
  static List<Result> ofEach(
      List<Long> keys, LongFunction<Future<Result>> deed, LongConsumer kept) {
    var results = new ArrayList<Result>();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      var some = keys.subList(from, Math.min(from + AT_ONCE, keys.size()));
      var begun = some.stream().map(key -> safely(key, deed)).toList();
      for (var one : begun) {
        var result = Future.await(one);
        results.add(result);
        if (result.done()) {
          kept.accept(Long.parseLong(result.key()));
        }
      }
    }
    return List.copyOf(results);
  }

  /** why: the others must still get their turn and their answer. */
  private static Future<Result> safely(long key, LongFunction<Future<Result>> deed) {
    return deed.apply(key)
        .recover(
            error ->
                error instanceof Unavailable
                    ? Future.succeededFuture(not(key, error.getMessage() + "; try again."))
                    : Future.failedFuture(error));
  }
}
