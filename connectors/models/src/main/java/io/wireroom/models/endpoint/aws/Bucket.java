package io.wireroom.models.endpoint.aws;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.Turn;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The files in S3 through which an asynchronous endpoint is spoken to. */
final class Bucket {
  private static final String LARGEST = "bytes=0-4194303";

  private final S3AsyncClient s3;
  private final Asking asking;
  private final ApiKey key;

  Bucket(S3AsyncClient s3, Asking asking, ApiKey key) {
    this.s3 = s3;
    this.asking = asking;
    this.key = key;
  }

  /** Where the answer will be, or what went wrong. */
  record Places(String output, Optional<String> failure) {}

  /** What is there. */
  sealed interface Seen {
    record Answer(byte[] bytes) implements Seen {}

    record Failure(String said) implements Seen {}

    record Nothing() implements Seen {}

    /** It cannot be seen. */
    record Trouble(Turn turn) implements Seen {}
  }

  /** Puts a file; what went wrong, or nothing. */
  Optional<Turn> put(String url, AsyncRequestBody body) {
    var place = Place.of(url);
    return switch (Awaited.on(
        s3.putObject(
            r -> r.bucket(place.bucket).key(place.key).contentType("application/json"), body),
        asking.patience().left())) {
      case Awaited.Got<?> done -> Optional.empty();
      case Awaited.Failed<?>(var cause) -> Optional.of(AwsTrouble.of(cause, key));
      case Awaited.Late<?> late ->
          Optional.of(Turn.failed(Cause.TRANSIENT, "the bucket takes too long"));
      case Awaited.Interrupted<?> none ->
          Optional.of(Turn.failed(Cause.CANCELLED, "nobody waits any more"));
    };
  }

  /** Looks for the answer, and then for a failure. */
  Seen look(Places places) {
    var answer = get(places.output);
    if (!(answer instanceof Seen.Nothing) || places.failure.isEmpty()) {
      return answer;
    }
    return get(places.failure.get()) instanceof Seen.Answer(var bytes)
        ? new Seen.Failure(JsonText.shown(key.mask(new String(bytes, StandardCharsets.UTF_8))))
        : answer;
  }

  private Seen get(String url) {
    var place = Place.of(url);
    var call =
        s3.getObject(
            r -> r.bucket(place.bucket).key(place.key).range(LARGEST),
            AsyncResponseTransformer.toBytes());
    return switch (Awaited.on(call, asking.patience().left())) {
      case Awaited.Got<?>(var bytes) -> new Seen.Answer(((ResponseBytes<?>) bytes).asByteArray());
      case Awaited.Failed<?>(var cause) ->
          cause instanceof AwsServiceException e && e.statusCode() == 404
              ? new Seen.Nothing()
              : new Seen.Trouble(AwsTrouble.of(cause, key));
      case Awaited.Late<?> late -> new Seen.Nothing();
      case Awaited.Interrupted<?> none ->
          new Seen.Trouble(Turn.failed(Cause.CANCELLED, "nobody waits any more"));
    };
  }

  private record Place(String bucket, String key) {
    static Place of(String url) {
      var path = url.replaceFirst("^s3://", "");
      int slash = path.indexOf('/');
      return new Place(path.substring(0, slash), path.substring(slash + 1));
    }
  }
}
