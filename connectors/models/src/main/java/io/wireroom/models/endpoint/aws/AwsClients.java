package io.wireroom.models.endpoint.aws;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Turn;
import io.wireroom.models.route.Route;
import io.wireroom.net.Door;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeAsyncClient;

/**
 * The SDK's clients, one for each service, region and credential. They ask nothing twice: an SDK
 * that does so replays a stream, and its text comes again.
 */
public final class AwsClients implements AutoCloseable {
  private static final int MOST = 128;
  private static final String BEARER = "smithy.api#httpBearerAuth";
  private static final String SIGV4 = "aws.auth#sigv4";

  private final Transport transport;
  private final AwsCredentials credentials;
  private final ScheduledExecutorService timers =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("wireroom-aws-timer").factory());

  /** why the eldest is only forgotten: calls may be under way, and it holds nothing of its own. */
  private final Map<Key, SdkClient> clients =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SdkClient> eldest) {
          return size() > MOST;
        }
      };

  public AwsClients(Door door, InstantSource clock) {
    this.transport = new Transport(door);
    this.credentials = new AwsCredentials(transport, timers, clock);
  }

  /** Which client; credentials in it are compared and never shown. */
  private record Key(
      String service,
      String region,
      Optional<URI> endpoint,
      boolean http1,
      Duration connect,
      Optional<String> role,
      ApiKey key) {
    @Override
    public String toString() {
      return service + "/" + region;
    }
  }

  /** What came of asking for a client. */
  sealed interface Found<C> {
    record Client<C>(C client) implements Found<C> {}

    /** The route cannot be asked. */
    record None<C>(Turn turn) implements Found<C> {}
  }

  Found<BedrockRuntimeAsyncClient> bedrock(Route route, ApiKey key) {
    return find(
        "bedrock",
        route,
        key,
        route.baseUrl(),
        route.wire().http1(),
        id -> bedrock(id, key instanceof ApiKey.Present));
  }

  Found<SageMakerRuntimeAsyncClient> sagemaker(Route route, ApiKey key) {
    return find(
        "sagemaker",
        route,
        key,
        route.baseUrl(),
        true,
        id ->
            settled(
                    SageMakerRuntimeAsyncClient.builder()
                        .authSchemeProvider(params -> List.of(signed(id)))
                        .credentialsProvider(credentials.of(id.key, id.role, id.region)),
                    id)
                .build());
  }

  /** For what an asynchronous endpoint takes and leaves. */
  Found<S3AsyncClient> s3(Route route, ApiKey key) {
    return find(
        "s3",
        route,
        key,
        route.wire().sagemaker().storageUrl(),
        true,
        id ->
            settled(
                    S3AsyncClient.builder()
                        .forcePathStyle(id.endpoint.isPresent())
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .serviceConfiguration(s -> s.chunkedEncodingEnabled(false))
                        .credentialsProvider(credentials.of(id.key, id.role, id.region)),
                    id)
                .build());
  }

  private BedrockRuntimeAsyncClient bedrock(Key id, boolean bearer) {
    BedrockRuntimeAsyncClientBuilder builder = BedrockRuntimeAsyncClient.builder();
    if (bearer) {
      builder
          .authSchemeProvider(
              params -> List.of(AuthSchemeOption.builder().schemeId(BEARER).build()))
          .tokenProvider(credentials.token(id.key));
    } else {
      builder
          .authSchemeProvider(params -> List.of(signed(id)))
          .credentialsProvider(credentials.of(id.key, id.role, id.region));
    }
    return settled(builder, id).build();
  }

  private static AuthSchemeOption signed(Key id) {
    return AuthSchemeOption.builder()
        .schemeId(SIGV4)
        .putSignerProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, id.service)
        .putSignerProperty(AwsV4HttpSigner.REGION_NAME, id.region)
        .build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C> B settled(
      B builder, Key id) {
    id.endpoint.ifPresent(builder::endpointOverride);
    return builder
        .region(Region.of(id.region))
        .httpClient(transport.client(id.http1, id.connect))
        .asyncConfiguration(
            async ->
                async.advancedOption(
                    SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
        .overrideConfiguration(
            all ->
                all.retryStrategy(DefaultRetryStrategy.doNotRetry())
                    .scheduledExecutorService(timers));
  }

  private <C extends SdkClient> Found<C> find(
      String service,
      Route route,
      ApiKey key,
      Optional<URI> endpoint,
      boolean http1,
      Function<Key, C> maker) {
    var trouble = trouble(service, key);
    var region = route.wire().region().or(() -> region(key));
    if (trouble.isPresent() || region.isEmpty()) {
      return new Found.None<>(
          trouble
              .map(reason -> Turn.failed(Cause.AUTH, reason))
              .orElseGet(
                  () ->
                      Turn.failed(Cause.BAD_REQUEST, "neither route nor connection has a region")));
    }
    var id =
        new Key(
            service,
            region.get(),
            endpoint,
            http1,
            route.deadlines().connect(),
            route.wire().role().or(() -> role(key)),
            key);
    synchronized (clients) {
      @SuppressWarnings("unchecked") // why: the service in the key says which it is
      var client = (C) clients.computeIfAbsent(id, maker);
      return new Found.Client<>(client);
    }
  }

  private static Optional<String> trouble(String service, ApiKey key) {
    return switch (key) {
      case ApiKey.Missing(var reason) -> Optional.of("its key is missing: " + reason);
      case ApiKey.NotNeeded none -> Optional.of("it needs a credential; the route names none");
      case ApiKey.Present present ->
          service.equals("bedrock") && present.header().equals("Authorization")
              ? Optional.empty()
              : Optional.of("it takes an AWS credential; only Bedrock takes a bearer token too");
      case ApiKey.Aws aws -> Optional.empty();
      case ApiKey.Profile profile -> Optional.empty();
      case ApiKey.Server server -> Optional.empty();
    };
  }

  private static Optional<String> region(ApiKey key) {
    return key instanceof ApiKey.Aws aws && !aws.region().isEmpty()
        ? Optional.of(aws.region())
        : Optional.empty();
  }

  private static Optional<String> role(ApiKey key) {
    return key instanceof ApiKey.Aws aws && !aws.role().isEmpty()
        ? Optional.of(aws.role())
        : Optional.empty();
  }

  @Override
  public void close() {
    synchronized (clients) {
      clients.values().forEach(SdkClient::close);
      clients.clear();
    }
    transport.close();
    timers.shutdownNow();
  }
}
