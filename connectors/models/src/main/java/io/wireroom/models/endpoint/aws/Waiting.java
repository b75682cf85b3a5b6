package io.wireroom.models.endpoint.aws;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Turn;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Waits for a call that answers in one piece. */
final class Waiting {
  private Waiting() {}

  static <T> Turn on(
      CompletableFuture<T> call, Asking asking, ApiKey key, Function<T, Turn> reader) {
    return switch (Awaited.on(call, asking.patience().left())) {
      case Awaited.Got<T>(var value) -> reader.apply(value);
      case Awaited.Failed<T>(var cause) -> AwsTrouble.of(cause, key);
      case Awaited.Late<T>() -> Turn.failed(Cause.TRANSIENT, "it took longer than it may take");
      case Awaited.Interrupted<T>() ->
          Turn.failed(Cause.CANCELLED, "nobody waits for the answer any more");
    };
  }
}
