package io.wireroom.models.endpoint.aws;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.wireroom.net.Door;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.ProxyConfiguration;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;

/**
 * The SDK's own HTTP client, on channels that the door judges. One for each protocol and time to
 * connect; no proxy, as behind one the connected address would say nothing.
 */
final class Transport implements AutoCloseable {
  /** More than all routes together may have under way; each route has its own limit. */
  private static final int MOST = 1_000;

  /** why so long: the time for an answer is watched by who waits for it. */
  private static final Duration READ = Duration.ofHours(3);

  private final Door door;
  private final EventLoopGroup loops;
  private final ConcurrentHashMap<Kind, SdkAsyncHttpClient> clients = new ConcurrentHashMap<>();

  @SuppressWarnings("deprecation") // why: the SDK knows this class of loops by its name only
  Transport(Door door) {
    this.door = door;
    // why one: the SDK's pool loses a connection that fails before it has begun to wait for it,
    // which only another thread can bring about; the caller would hear of it after the whole wait
    this.loops = new NioEventLoopGroup(1, new DefaultThreadFactory("wireroom-aws", true));
  }

  private record Kind(Protocol protocol, Duration connect) {}

  SdkAsyncHttpClient client(boolean http1, Duration connect) {
    return clients.computeIfAbsent(
        new Kind(http1 ? Protocol.HTTP1_1 : Protocol.HTTP2, connect), this::open);
  }

  private SdkAsyncHttpClient open(Kind kind) {
    return NettyNioAsyncHttpClient.builder()
        .protocol(kind.protocol())
        .eventLoopGroup(SdkEventLoopGroup.create(loops, door.channels()))
        .maxConcurrency(MOST)
        .maxPendingConnectionAcquires(MOST)
        .connectionTimeout(kind.connect())
        .connectionAcquisitionTimeout(kind.connect().plusSeconds(1))
        .tlsNegotiationTimeout(kind.connect().plusSeconds(1))
        .readTimeout(READ)
        .writeTimeout(Duration.ofSeconds(30))
        .tcpKeepAlive(true)
        .proxyConfiguration(
            ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .build())
        .build();
  }

  @Override
  public void close() {
    clients.values().forEach(SdkAsyncHttpClient::close);
    // why a moment of quiet: connections of HTTP/2 close behind their client
    loops
        .shutdownGracefully(100, 2_000, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(3, TimeUnit.SECONDS);
  }
}
