package io.wireroom.models.endpoint.aws;

import io.wireroom.models.endpoint.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.token.credentials.SdkToken;
import software.amazon.awssdk.auth.token.credentials.StaticTokenProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.TokenIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/** Credentials as the SDK wants them; the server's own only when the key says so. */
final class AwsCredentials {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Transport transport;
  private final ScheduledExecutorService timers;
  private final InstantSource clock;

  AwsCredentials(Transport transport, ScheduledExecutorService timers, InstantSource clock) {
    this.transport = transport;
    this.timers = timers;
    this.clock = clock;
  }

  IdentityProvider<? extends AwsCredentialsIdentity> of(
      ApiKey key, Optional<String> role, String region) {
    var own = own(key);
    return role.<IdentityProvider<? extends AwsCredentialsIdentity>>map(
            arn -> new AssumedRole(sts(own, region), arn, clock))
        .orElse(own);
  }

  IdentityProvider<? extends TokenIdentity> token(ApiKey key) {
    var present = (ApiKey.Present) key;
    return StaticTokenProvider.create(new Bearer(present.value()));
  }

  private static IdentityProvider<? extends AwsCredentialsIdentity> own(ApiKey key) {
    return switch (key) {
      case ApiKey.Aws aws ->
          StaticCredentialsProvider.create(
              aws.sessionToken().isEmpty()
                  ? AwsBasicCredentials.create(aws.accessKeyId(), aws.secretAccessKey())
                  : AwsSessionCredentials.create(
                      aws.accessKeyId(), aws.secretAccessKey(), aws.sessionToken()));
      case ApiKey.Profile(var name) -> ProfileCredentialsProvider.create(name);
      case ApiKey.Server none -> DefaultCredentialsProvider.builder().build();
      case ApiKey.Present wrong -> throw new IllegalArgumentException("no credential of AWS");
      case ApiKey.Missing wrong -> throw new IllegalArgumentException("no credential");
      case ApiKey.NotNeeded wrong -> throw new IllegalArgumentException("no credential");
    };
  }

  private StsAsyncClient sts(
      IdentityProvider<? extends AwsCredentialsIdentity> own, String region) {
    return StsAsyncClient.builder()
        .region(Region.of(region))
        .credentialsProvider(own)
        .httpClient(transport.client(true, CONNECT))
        .overrideConfiguration(
            all ->
                all.retryStrategy(DefaultRetryStrategy.doNotRetry())
                    .scheduledExecutorService(timers)
                    .apiCallTimeout(Duration.ofSeconds(10)))
        .build();
  }

  private record Bearer(String token) implements SdkToken {
    @Override
    public Optional<Instant> expirationTime() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "Bearer[•••]";
    }
  }
}
