package io.wireroom.engine.process.zeebe;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.impl.CamundaClientBuilderImpl;
import io.camunda.client.impl.CamundaClientImpl;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The client and its channel.
 *
 * <p>One platform thread schedules polls and retries; each job gets a virtual thread.
 */
final class ZeebeConnection implements AutoCloseable {
  private static final int LARGEST_MESSAGE = 8 << 20;
  private static final long REVIVE_MILLIS = 2_000;

  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("zeebe-schedule").factory());
  private final ExecutorService jobs =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory());
  private final BrokerPresence presence = new BrokerPresence();
  private final ManagedChannel channel;
  private final CamundaClientImpl client;

  ZeebeConnection(ZeebeSettings settings, Duration requestTimeout) {
    var builder = new CamundaClientBuilderImpl();
    // why: a CAMUNDA_ variable of the user's shell would send us to another cluster
    builder.applyEnvironmentVariableOverrides(false);
    builder
        .grpcAddress(settings.grpc())
        .restAddress(settings.rest())
        .preferRestOverGrpc(false)
        .defaultRequestTimeout(requestTimeout)
        .defaultJobWorkerName("wireroom")
        .maxMessageSize(LARGEST_MESSAGE)
        .jobWorkerSchedulingExecutor(scheduler, false)
        .jobHandlingExecutor(jobs, true);
    settings.certificateAuthority().ifPresent(pem -> builder.caCertificatePath(pem.toString()));
    switch (settings.login()) {
      case ZeebeSettings.Login.None() -> {}
      case ZeebeSettings.Login.Basic(var user, var password) ->
          builder.credentialsProvider(
              CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
                  .applyEnvironmentOverrides(false)
                  .username(user)
                  .password(password)
                  .build());
      case ZeebeSettings.Login.OAuth(var server, var audience, var id, var secret) ->
          builder.credentialsProvider(
              CredentialsProvider.newCredentialsProviderBuilder()
                  .applyEnvironmentOverrides(false)
                  .authorizationServerUrl(server.toString())
                  .audience(audience)
                  .clientId(id)
                  .clientSecret(secret)
                  .build());
    }
    // why the client's inner classes: only they let us keep the channel, see revive()
    channel = CamundaClientImpl.buildChannel(builder);
    client = new CamundaClientImpl(builder, channel);
    var unused =
        scheduler.scheduleWithFixedDelay(
            this::revive, REVIVE_MILLIS, REVIVE_MILLIS, TimeUnit.MILLISECONDS);
  }

  CamundaClient client() {
    return client;
  }

  ScheduledExecutorService scheduler() {
    return scheduler;
  }

  /** A virtual thread for each job; closed with the connection, which interrupts them. */
  ExecutorService jobs() {
    return jobs;
  }

  BrokerPresence presence() {
    return presence;
  }

  /** why: gRPC waits up to two minutes between its tries; workers must go on within seconds. */
  private void revive() {
    if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
      channel.resetConnectBackoff();
    }
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
    client.close();
  }
}
