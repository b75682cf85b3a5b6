package io.wireroom.models.endpoint.aws;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Failure;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.endpoint.Speaker;
import io.wireroom.models.endpoint.Turn;
import io.wireroom.models.route.Route;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeAsyncClient;

/**
 * A SageMaker endpoint that takes its request from a bucket and puts its answer into one. When the
 * answer is not there in time, the request waits without using a retry, and the same request then
 * goes on looking instead of asking again.
 */
public final class AsyncSageMakerSpeaker implements Speaker {
  private static final Duration FIRST_LOOK = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final Route route;
  private final AwsClients clients;
  private final Payload payload;
  private final ConcurrentHashMap<String, Bucket.Places> asked = new ConcurrentHashMap<>();

  public AsyncSageMakerSpeaker(Route route, AwsClients clients) {
    this.route = route;
    this.clients = clients;
    this.payload = Payload.of(route.wire());
  }

  @Override
  public boolean knowsSchemas() {
    return payload.knowsSchemas();
  }

  @Override
  public Turn ask(ModelRequest request, Asking asking) {
    var unsayable = payload.unsayable(request);
    if (unsayable.isPresent()) {
      return Turn.failed(Cause.BAD_REQUEST, unsayable.get());
    }
    var key = asking.key().get();
    return switch (clients.s3(route, key)) {
      case AwsClients.Found.None<S3AsyncClient>(var turn) -> turn;
      case AwsClients.Found.Client<S3AsyncClient>(var s3) ->
          switch (clients.sagemaker(route, key)) {
            case AwsClients.Found.None<SageMakerRuntimeAsyncClient>(var turn) -> turn;
            case AwsClients.Found.Client<SageMakerRuntimeAsyncClient>(var endpoint) ->
                ask(endpoint, new Bucket(s3, asking, key), request, asking, key);
          };
    };
  }

  private Turn ask(
      SageMakerRuntimeAsyncClient endpoint,
      Bucket bucket,
      ModelRequest request,
      Asking asking,
      ApiKey key) {
    var body = payload.write(request, false).toString();
    var id = Digests.of(body);
    if (!asked.containsKey(id)) {
      var trouble = submit(endpoint, bucket, id, body, asking, key);
      if (trouble.isPresent()) {
        return trouble.get();
      }
    }
    return look(bucket, id, request, asking);
  }

  private Optional<Turn> submit(
      SageMakerRuntimeAsyncClient endpoint,
      Bucket bucket,
      String id,
      String body,
      Asking asking,
      ApiKey key) {
    var folder = route.wire().sagemaker().input().orElseThrow().replaceAll("/+$", "");
    var input = folder + "/" + id + ".json";
    var put = bucket.put(input, AsyncRequestBody.fromString(body));
    if (put.isPresent()) {
      return put;
    }
    var call =
        endpoint.invokeEndpointAsync(
            r ->
                r.endpointName(route.model())
                    .contentType("application/json")
                    .accept("application/json")
                    .inputLocation(input));
    var submitted =
        Waiting.on(
            call,
            asking,
            key,
            answer -> {
              asked.put(
                  id,
                  new Bucket.Places(
                      answer.outputLocation(), Optional.ofNullable(answer.failureLocation())));
              return Turn.failed(Cause.WARMING, "");
            });
    return asked.containsKey(id) ? Optional.empty() : Optional.of(submitted);
  }

  private Turn look(Bucket bucket, String id, ModelRequest request, Asking asking) {
    var places = asked.get(id);
    var wait = FIRST_LOOK;
    while (places != null) {
      switch (bucket.look(places)) {
        case Bucket.Seen.Answer(var bytes) -> {
          asked.remove(id);
          return payload
              .read(JsonText.parse(bytes), request)
              .map(reply -> Turn.of(reply, request))
              .orElseGet(() -> Turn.rejected(Rejection.UNUSABLE, "what it left is no answer"));
        }
        case Bucket.Seen.Failure(var said) -> {
          asked.remove(id);
          return Turn.failed(Cause.MODEL_ERROR, said);
        }
        case Bucket.Seen.Trouble(var turn) -> {
          return turn;
        }
        case Bucket.Seen.Nothing() -> {
          if (asking.patience().left().compareTo(wait.plus(MARGIN)) < 0) {
            break;
          }
          if (!slept(wait)) {
            return Turn.failed(Cause.CANCELLED, "nobody waits for the answer any more");
          }
          wait =
              wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0
                  ? LONGEST_WAIT
                  : wait.multipliedBy(2);
          continue;
        }
      }
      break;
    }
    // why begun: it is being answered, so another route's answer would be one too many
    return Turn.failed(
        new Failure(Cause.WARMING, "its answer is not there yet", LONGEST_WAIT, true));
  }

  private static boolean slept(Duration wait) {
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
