package io.wireroom.models.endpoint.aws;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/** The keys of a role, asked for when they are first needed and again before they end. */
final class AssumedRole implements IdentityProvider<AwsCredentialsIdentity> {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final StsAsyncClient sts;
  private final String role;
  private final InstantSource clock;
  private CompletableFuture<AssumeRoleResponse> asked =
      CompletableFuture.failedFuture(new IllegalStateException("not asked yet"));

  AssumedRole(StsAsyncClient sts, String role, InstantSource clock) {
    this.sts = sts;
    this.role = role;
    this.clock = clock;
  }

  @Override
  public Class<AwsCredentialsIdentity> identityType() {
    return AwsCredentialsIdentity.class;
  }

  @Override
  public synchronized CompletableFuture<AwsCredentialsIdentity> resolveIdentity(
      ResolveIdentityRequest request) {
    if (asked.isCompletedExceptionally() || asked.isDone() && ends(asked.join())) {
      asked = sts.assumeRole(r -> r.roleArn(role).roleSessionName("wireroom"));
    }
    return asked.thenApply(AssumedRole::keys);
  }

  private boolean ends(AssumeRoleResponse response) {
    return clock.instant().plus(MARGIN).isAfter(response.credentials().expiration());
  }

  private static AwsCredentialsIdentity keys(AssumeRoleResponse response) {
    var keys = response.credentials();
    return AwsSessionCredentialsIdentity.create(
        keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
  }
}
